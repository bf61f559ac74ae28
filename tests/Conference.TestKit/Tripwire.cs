using System.Text.Json.Nodes;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.TestKit;

/// <summary>
/// A page that is not in the room: it waits, was denied or removed, left, or sits in another one. It takes down all that the server sends it, and
/// finds whatever is not of its own lobby: somebody's name, a text, a signal, a TURN credential.
/// </summary>
public sealed class Tripwire(string name, RawConnection wire) : IDisposable
{
    private const int Invocation = 1;
    private const int Completion = 3;

    /// <summary>All that who is not in the room may be told, with all that may be in it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [nameof(IConferenceClient.LobbyUpdated)] = ["hostPresent", "message"],
        [nameof(IConferenceClient.LobbyAnswered)] = ["admitted"],
        [nameof(IConferenceClient.SeatEnded)] = ["reason"],
    };

    /// <summary>All that it may be answered: that it has no seat, and its place in the lobby.</summary>
    private static readonly string[] AllowedResult = ["status", "lobby"];

    private static readonly string[] AllowedLobby = ["title", "message", "hostPresent", "since", "serverTime"];

    /// <summary>The page's connection.</summary>
    public RawConnection Wire => wire;

    /// <summary>A page that asks to come in.</summary>
    public static async Task<(Tripwire Page, string? Status)> AskAsync(ConferenceVisitor visitor, JoinRoomRequest request)
    {
        var page = new Tripwire(request.Name, await RawConnection.ConnectAsync(visitor));
        return (page, (await page.Wire.InvokeAsync(nameof(IConferenceServer.JoinRoom), request)).Status);
    }

    /// <summary>Forgets what it was told while it was in the room.</summary>
    public async Task ArmAsync()
    {
        await wire.SettleAsync();
        wire.TakeTold();
    }

    /// <summary>Reads on to where the server is now, and finds nothing but the own lobby.</summary>
    /// <param name="secrets">What is known in the room and nowhere else.</param>
    public async Task CheckAsync(params IEnumerable<string> secrets)
    {
        await wire.SettleAsync();
        Assert.All(wire.Records, record =>
        {
            var text = record.ToJsonString();
            Assert.True(IsAllowed(record), $"{name} received {text}");
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        });
    }

    /// <inheritdoc/>
    public void Dispose() => wire.Dispose();

    // Pings, the handshake and the end of a connection carry nothing.
    private static bool IsAllowed(JsonNode record) => (int?)record["type"] switch
    {
        Invocation => Allowed.TryGetValue((string)record["target"]!, out var fields) && HasOnly(record["arguments"]![0], fields),
        Completion => HasOnly(record["result"], AllowedResult) && HasOnly(record["result"]?["lobby"], AllowedLobby),
        _ => true,
    };

    private static bool HasOnly(JsonNode? node, string[] fields) => node is null || node.AsObject().All(field => fields.Contains(field.Key));
}
