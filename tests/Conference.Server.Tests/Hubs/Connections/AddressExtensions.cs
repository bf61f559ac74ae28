using Conference.Core;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>Connections of visitors at addresses of their own.</summary>
internal static class AddressExtensions
{
    private const string Handshake = """{"protocol":"json","version":1}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<RawConnection> OpenAsync(this ConferenceVisitor visitor, string address)
    {
        var (connection, error) = await TryOpenAsync(visitor, address);
        Assert.Null(error);
        return connection;
    }

    public static async Task AssertRefusedAsync(this ConferenceVisitor visitor, string address)
    {
        var (connection, error) = await TryOpenAsync(visitor, address);
        connection.Dispose();
        Assert.StartsWith($"{ErrorCodes.TooFast}: There are too many connections.", error, StringComparison.Ordinal);
    }

    /// <summary>The server frees a place a moment after the page closed.</summary>
    public static async Task<RawConnection> OpenInTimeAsync(this ConferenceVisitor visitor, string address)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var (connection, error) = await TryOpenAsync(visitor, address);
            if (error is null)
            {
                return connection;
            }

            connection.Dispose();
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What the server says to the handshake; nothing if it shakes hands.</summary>
    private static async Task<(RawConnection Connection, string? Error)> TryOpenAsync(ConferenceVisitor visitor, string address)
    {
        var connection = await RawConnection.ConnectAsync(visitor, Handshake, address);
        return (connection, (string?)Assert.Single(connection.Records)["error"]);
    }
}
