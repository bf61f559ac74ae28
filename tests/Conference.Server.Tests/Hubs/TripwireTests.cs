using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>A busy call, and everybody who is near it without being in it: on their wires there is nothing of it.</summary>
public sealed class TripwireTests : IAsyncLifetime
{
    private const string Words = "The merger is on Friday";
    private const string Description = "v=0 o=- 4711 2 IN IP4 192.0.2.7";
    private const string Credential = "turn-credential-4711";
    private const string Secret = "shared-secret-4711";
    private readonly List<IDisposable> _pages = [];
    private readonly List<Guest> _guests = [];
    private Tripwires _wires = null!;
    private ConferenceServer _server = null!;
    private ConferenceVisitor _adasBrowser = null!;
    private string _room = "";
    private Guest _ada = null!;
    private Guest _bob = null!;
    private Guest _cy = null!;

    public async Task InitializeAsync()
    {
        _server = ConferenceServer.Start(options =>
        {
            options.Clock = TestClock.Create();
            options.LiftLimits();
            options.Settings["Ice:Servers:0:Urls:0"] = "turn:turn.example:3478";
            options.Settings["Ice:Servers:0:Username"] = "user-4711";
            options.Settings["Ice:Servers:0:Credential"] = Credential;
            options.Settings["Turn:Servers:0:Urls:0"] = "turn:relay.example";
            options.Settings["Turn:Servers:0:Secret"] = Secret;
        });
        _adasBrowser = await VisitAsync();
        _room = await _adasBrowser.CreateRoomAsync("Weekly");
        _ada = await EnterAsync("Ada Lovelace", _adasBrowser);
        _bob = await EnterAsync("Bob Burns");
        _cy = await EnterAsync("Cy Coleman");
        _wires = await Tripwires.LayAsync(_server, _ada, _room, await _adasBrowser.CreateRoomAsync("Elsewhere"));
    }

    public async Task DisposeAsync()
    {
        foreach (var guest in _guests)
        {
            await guest.DisposeAsync();
        }

        _wires.Dispose();
        _pages.ForEach(page => page.Dispose());
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task ACallIsHeardByThoseWhoAreInItAndByNobodyElse()
    {
        await TalkAsync();
        await CheckAsync();
        await GovernAsync();
        await CheckAsync();
        await _ada.CallAsync(nameof(IConferenceServer.EndCall));
        await CheckAsync();
    }

    [Fact]
    public async Task WhoWaitsHearsOfTheLobbyWhileTheCallGoesOn()
    {
        await TalkAsync();
        await ChangeAsync("""{"lobbyMessage":"At noon"}""");
        await _ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        await CheckAsync();
        var waiting = _wires.Waiting.Wire.Told.Select(told => told["arguments"]![0]!.ToJsonString());
        Assert.Equal(["""{"hostPresent":true,"message":"At noon"}""", """{"hostPresent":false,"message":"At noon"}"""], waiting);
        Assert.All(_wires.Others, page => Assert.Empty(page.Wire.Told));
    }

    /// <summary>The wire trips: the same page in the room hears all of it.</summary>
    [Fact]
    public async Task APageInTheRoomTrips()
    {
        var (spy, status) = await Tripwire.AskAsync(await VisitAsync(), Request("Spy") with { Code = await _adasBrowser.CreateRoomAsync() });
        _pages.Add(spy);
        Assert.Equal("joined", status);
        await Assert.ThrowsAsync<Xunit.Sdk.AllException>(() => spy.CheckAsync());
        await spy.Wire.InvokeAsync(nameof(IConferenceServer.LeaveRoom));
        await ChangeAsync("""{"lobby":false}""");
        await spy.Wire.InvokeAsync(nameof(IConferenceServer.JoinRoom), Request("Spy"));
        await spy.ArmAsync();
        await spy.CheckAsync();

        await TalkAsync();

        await Assert.ThrowsAsync<Xunit.Sdk.AllException>(() => spy.CheckAsync());
    }

    private async Task TalkAsync()
    {
        await _bob.SayAsync(Words);
        await _bob.CallAsync(nameof(IConferenceServer.RenewIceServers));
        await _bob.CallAsync(nameof(IConferenceServer.SendSignal), new SendSignalRequest(_ada.Id, "page1", new Signal(Description)));
        await _bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, Unmute: true, StartVideo: true));
        await _bob.CallAsync(nameof(IConferenceServer.RaiseHand));
        await _bob.CallAsync(nameof(IConferenceServer.SendReaction), new SendReactionRequest(Reaction.Celebrate));
        await _bob.CallAsync(nameof(IConferenceServer.NotifyTyping));
        await _bob.CallAsync(nameof(IConferenceServer.SetName), new SetNameRequest("Bob Burns Junior"));
    }

    private async Task GovernAsync()
    {
        var bob = new ParticipantRequest(_bob.Id);
        await _ada.CallAsync(nameof(IConferenceServer.MuteParticipant), bob);
        await _ada.CallAsync(nameof(IConferenceServer.StopVideo), bob);
        await _ada.CallAsync(nameof(IConferenceServer.StopScreen), bob);
        await _ada.CallAsync(nameof(IConferenceServer.AskToUnmute), bob);
        await _ada.CallAsync(nameof(IConferenceServer.LowerHandOf), bob);
        await _ada.CallAsync(nameof(IConferenceServer.MuteAll));
        await _ada.CallAsync(nameof(IConferenceServer.SetSpotlight), new SpotlightRequest(_bob.Id));
        await _ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(_bob.Id, true));
        var (other, _) = await Tripwire.AskAsync(await VisitAsync(), Request("Gus Guest"));
        _pages.Add(other);
        await _bob.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest((await _bob.SkipToAsync<GuestWaitingEvent>()).Guest.Id));
        await other.Wire.InvokeAsync(nameof(IConferenceServer.JoinRoom), Request("Gus Guest"));
        await _cy.SayAsync(Words);
        await _ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(_cy.Id, DeleteMessages: true));
        await ChangeAsync("""{"title":"Top secret","mayReact":false}""");
        await _ada.CallAsync(nameof(IConferenceServer.SuspendRoom));
    }

    private Task CheckAsync() => _wires.CheckAsync(
        Words, Description, Credential, "user-4711", Secret, "relay.example", "Lovelace", "Burns", "Coleman", "Gus", "Top secret", _ada.Id, _bob.Id, _ada.Seat.PersonId, _bob.Seat.PersonId);

    private JoinRoomRequest Request(string name) => Guest.Request(_room, name) with { Media = Guest.Open };

    private async Task ChangeAsync(string json)
    {
        using var response = await _adasBrowser.PatchAsync($"/api/rooms/{_room}/settings", json);
        response.EnsureSuccessStatusCode();
    }

    private async Task<ConferenceVisitor> VisitAsync()
    {
        var visitor = await _server.VisitAsync();
        _pages.Add(visitor);
        return visitor;
    }

    private async Task<Guest> EnterAsync(string name, ConferenceVisitor? visitor = null)
    {
        var guest = await Guest.ConnectAsync(visitor ?? await VisitAsync());
        _guests.Add(guest);
        await guest.JoinAsync(Request(name));
        return guest;
    }
}
