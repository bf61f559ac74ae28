using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>Who may share a screen, and what ends a share.</summary>
public sealed class ScreenTests
{
    private static readonly RoomSettings Kept = new(MayShareScreens: false);
    private readonly RoomScene _scene = new(RoomScene.Rules with { ParticipantLimit = 10, MediaLimit = 10 });

    private Room Room => _scene.Room;

    [Theory]
    [InlineData(ScreenState.On)]
    [InlineData(ScreenState.Paused)]
    public void AShareStandsWhereItIsAllowed(ScreenState state)
    {
        var bob = _scene.Join("bob");

        Share(bob, state);

        Assert.Equal(state, ScreenOf("bob"));
    }

    [Fact]
    public void WhoCameForTheChatOnlySharesNothing()
    {
        var bob = _scene.Join("bob", chatOnly: true);

        Share(bob);
        Assert.Equal(ScreenState.Off, ScreenOf("bob"));
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Start(bob)));
    }

    [Fact]
    public void WhereHostsShareNobodyElseDoes()
    {
        Room.Apply(RoomScene.Record with { Settings = Kept });
        var (ada, bob) = (JoinHost("ada"), _scene.Join("bob"));

        Share(bob);
        Assert.Equal(ScreenState.Off, ScreenOf("bob"));
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Start(bob)));
        Start(ada);
        Assert.Equal(ScreenState.On, ScreenOf("ada"));
    }

    [Fact]
    public void SharesOfOthersEndInTheMomentTheyAreKeptToHosts()
    {
        var (ada, bob, cy) = (JoinHost("ada"), _scene.Join("bob"), _scene.Join("cy"));
        Start(ada);
        Start(bob);
        Share(cy, ScreenState.Paused);
        _scene.Join("di");
        Room.TakeEvents();

        Room.Apply(RoomScene.Record with { Settings = Kept });

        var events = Room.TakeEvents();
        Assert.IsType<RoomChanged>(events[0]);
        Assert.Equal(["bob", "cy"], events.OfType<ParticipantUpdated>().Select(e => e.Participant.Id));
        Assert.Equal([ScreenState.On, ScreenState.Off, ScreenState.Off], new[] { "ada", "bob", "cy" }.Select(ScreenOf));
    }

    [Fact]
    public void WhoIsNoHostAnyMoreSharesNoMore()
    {
        Room.Apply(RoomScene.Record with { Settings = Kept });
        Start(JoinHost("ada"));

        Room.ApplyHost(RoomScene.Person("ada"), "bob");

        Assert.Equal(ScreenState.Off, ScreenOf("ada"));
    }

    [Fact]
    public void AShareThatAHostStoppedIsStartedOnPurposeOnly()
    {
        var (ada, bob) = (JoinHost("ada"), _scene.Join("bob"));
        Start(bob);
        Room.TakeEvents();

        Room.Hosts.StopScreen(ada, "bob");
        Assert.Equal(new HostActed(bob.ConnectionId, "ada", HostAct.ScreenStopped), Assert.Single(Room.TakeEvents().OfType<HostActed>()));
        Share(bob);
        Assert.True(_scene.Find("bob") is { ScreenStoppedByHost: true, Media.Screen: ScreenState.Off });

        Start(bob);
        Assert.True(_scene.Find("bob") is { ScreenStoppedByHost: false, Media.Screen: ScreenState.On });
    }

    [Fact]
    public void SuspendingMutesAndStopsTheScreensOfAllButHosts()
    {
        var (ada, bob) = (JoinHost("ada"), _scene.Join("bob"));
        Start(ada);
        Start(bob);
        _scene.Join("cy");
        Room.TakeEvents();

        Assert.Null(Room.Hosts.Suspend(ada).Target);

        Assert.Equal([ScreenState.On, ScreenState.Off, ScreenState.Off], new[] { "ada", "bob", "cy" }.Select(ScreenOf));
        Assert.Equal(
            [new HostActed(bob.ConnectionId, "ada", HostAct.ScreenStopped)],
            Room.TakeEvents().OfType<HostActed>().Where(e => e.Act == HostAct.ScreenStopped));
        Assert.Equal(["bob", "cy"], Room.State.Participants.Where(one => one.MutedByHost).Select(one => one.Id));
    }

    [Fact]
    public void AShareComesAlongWithWhoReturnsUnlessItWasStoppedMeanwhile()
    {
        var (ada, bob) = (JoinHost("ada"), _scene.Join("bob"));
        Start(bob);
        Room.Disconnect(bob, RoomScene.Start);

        Return("bob");
        Assert.Equal(ScreenState.On, ScreenOf("bob"));

        Room.Hosts.StopScreen(ada, "bob");
        Return("bob");
        Assert.Equal(ScreenState.Off, ScreenOf("bob"));
    }

    [Fact]
    public void NobodyBringsAShareAlongWhereItIsKeptToHosts()
    {
        var bob = _scene.Join("bob");
        Start(bob);
        Room.Apply(RoomScene.Record with { Settings = Kept });

        Return("bob");
        _scene.Join(Sharing("cy"));

        Assert.Equal([ScreenState.Off, ScreenState.Off], new[] { "bob", "cy" }.Select(ScreenOf));
    }

    private static ParticipantMedia With(ScreenState screen) => RoomScene.Silent with { Screen = screen };

    private ScreenState ScreenOf(string id) => _scene.Find(id).Media.Screen;

    private void Share(SeatKey seat, ScreenState screen = ScreenState.On) => Room.SetMedia(seat, With(screen));

    private void Start(SeatKey seat) => Room.SetMedia(seat, With(ScreenState.On), unmute: false, startVideo: false, startScreen: true);

    private JoinCommand Sharing(string name) => _scene.Command(name) with { Media = With(ScreenState.On) };

    private void Return(string name) => _scene.Join(Sharing(name));

    private SeatKey JoinHost(string name)
    {
        var command = _scene.Command(name) with { Person = RoomScene.Person(name, isHost: true) };
        _scene.Join(command);
        return command.Seat;
    }
}
