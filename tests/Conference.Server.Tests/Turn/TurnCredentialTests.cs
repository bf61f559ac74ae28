using System.Globalization;
using System.Net.Http.Json;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Core.Turn;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Turn;

/// <summary>Each participant has TURN credentials of its own, which end soon, from its seat on and not before.</summary>
public sealed class TurnCredentialTests : IAsyncLifetime
{
    private const string Secret = "a secret of two servers";
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly List<IAsyncDisposable> _guests = [];
    private readonly List<IDisposable> _visitors = [];
    private ConferenceServer _server = null!;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _server = ConferenceServer.Start(options =>
        {
            options.Clock = _clock;
            options.Settings["Turn:Servers:0:Urls:0"] = "turn:turn.example";
            options.Settings["Turn:Servers:0:Urls:1"] = "turns:turn.example:443?transport=tcp";
            options.Settings["Turn:Servers:0:Secret"] = Secret;
            options.Settings["Turn:Servers:1:Urls:0"] = "turn:other.example?transport=tcp";
            options.Settings["Turn:Servers:1:Secret"] = "another secret of two";
        });
        var room = await _server.Get<IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        _code = room.Code.ToString();
    }

    public async Task DisposeAsync()
    {
        foreach (var guest in _guests)
        {
            await guest.DisposeAsync();
        }

        _visitors.ForEach(visitor => visitor.Dispose());
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task ASeatComesWithCredentialsThatEndInTenMinutes()
    {
        var seat = (await JoinAsync("Ada Lovelace")).Seat;

        Assert.Equal(600, seat.IceLifetime);
        Assert.Equal(["turn:turn.example", "turns:turn.example:443?transport=tcp"], seat.IceServers[0].Urls);
        Assert.Equal("turn:other.example?transport=tcp", Assert.Single(seat.IceServers[1].Urls));
        Assert.Equal(Credential(Secret, seat.ParticipantId), Read(seat.IceServers[0]));
        Assert.Equal(Credential("another secret of two", seat.ParticipantId), Read(seat.IceServers[1]));
    }

    [Fact]
    public async Task EachParticipantHasItsOwn()
    {
        var (ada, bob) = ((await JoinAsync("Ada")).Seat, (await JoinAsync("Bob")).Seat);

        Assert.NotEqual(ada.IceServers[0].Username, bob.IceServers[0].Username);
        Assert.NotEqual(ada.IceServers[0].Credential, bob.IceServers[0].Credential);
    }

    [Fact]
    public async Task TheyAreRenewedFromThenOn()
    {
        var ada = await JoinAsync("Ada");
        _clock.Advance(TimeSpan.FromMinutes(8));

        var renewed = await ada.Hub.InvokeAsync<RenewIceServersResult>(nameof(IConferenceServer.RenewIceServers));

        Assert.Equal((600, 2), (renewed.IceLifetime, renewed.IceServers.Count));
        Assert.Equal(ada.Seat.IceServers[0].Urls, renewed.IceServers[0].Urls);
        Assert.Equal(Credential(Secret, ada.Id), Read(renewed.IceServers[0]));
    }

    [Fact]
    public async Task WhoCameForTheChatOnlyGetsNone()
    {
        var bob = await JoinAsync("Bob", chatOnly: true);

        Assert.Empty(bob.Seat.IceServers);
        Assert.Null(bob.Seat.IceLifetime);
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.RenewIceServers)));
    }

    [Fact]
    public async Task WhoLeftGetsNoMore()
    {
        var ada = await JoinAsync("Ada");
        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        Assert.Equal(ErrorCodes.NotJoined, await ada.RefusalAsync(nameof(IConferenceServer.RenewIceServers)));
    }

    [Fact]
    public async Task WhoMayOpenRoomsTriesThemForAMinute()
    {
        using var visitor = await _server.VisitAsync();

        using var response = await visitor.PostAsync("/api/check/ice-servers", "{}");
        var granted = (await response.Content.ReadFromJsonAsync<CheckIceServers>())!.IceServers;

        Assert.Equal(["turn:turn.example", "turns:turn.example:443?transport=tcp"], granted[0].Urls);
        var (end, owner) = (granted[0].Username!.Split(':')[0], granted[0].Username!.Split(':')[1]);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(), long.Parse(end, CultureInfo.InvariantCulture));
        Assert.Equal(TurnCredential.Create(Secret, owner, _clock.GetUtcNow().AddMinutes(1)), Read(granted[0]));
    }

    [Fact]
    public async Task CredentialsThatNeverEndAreForParticipantsAlone()
    {
        await using var server = ConferenceServer.Start(options =>
        {
            options.Clock = _clock;
            options.Settings["Ice:Servers:0:Urls:0"] = "stun:stun.example";
            options.Settings["Ice:Servers:1:Urls:0"] = "turn:turn.example";
            options.Settings["Ice:Servers:1:Username"] = "everybody";
            options.Settings["Ice:Servers:1:Credential"] = "for ever";
        });
        using var visitor = await server.VisitAsync();

        using var response = await visitor.PostAsync("/api/check/ice-servers", "{}");

        Assert.Equal(["stun:stun.example"], Assert.Single((await response.Content.ReadFromJsonAsync<CheckIceServers>())!.IceServers).Urls);
    }

    [Fact]
    public async Task NobodyTriesThemForLongerThanAParticipantHasThem()
    {
        await using var server = ConferenceServer.Start(options =>
        {
            options.Clock = _clock;
            options.Settings["Turn:Servers:0:Urls:0"] = "turn:turn.example";
            options.Settings["Turn:Servers:0:Secret"] = Secret;
            options.Settings["Turn:Lifetime"] = "00:00:20";
        });
        using var visitor = await server.VisitAsync();

        using var response = await visitor.PostAsync("/api/check/ice-servers", "{}");

        var granted = Assert.Single((await response.Content.ReadFromJsonAsync<CheckIceServers>())!.IceServers);
        Assert.StartsWith($"{_clock.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds()}:", granted.Username, StringComparison.Ordinal);
    }

    private static TurnCredential Read(IceServer server) => new(server.Username!, server.Credential!);

    private TurnCredential Credential(string secret, string owner) => TurnCredential.Create(secret, owner, _clock.GetUtcNow().AddMinutes(10));

    private async Task<Guest> JoinAsync(string name, bool chatOnly = false)
    {
        var visitor = await _server.VisitAsync();
        _visitors.Add(visitor);
        var guest = await Guest.ConnectAsync(visitor);
        _guests.Add(guest);
        await guest.JoinAsync(Guest.Request(_code, name) with { ChatOnly = chatOnly });
        return guest;
    }
}
