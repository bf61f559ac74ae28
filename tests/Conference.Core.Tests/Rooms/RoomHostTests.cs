using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>What hosts do in a room, and that nobody else does.</summary>
public sealed class RoomHostTests
{
    private const string Nobody = "nobody";

    private static readonly Dictionary<string, Action<Room, SeatKey, string>> OnOne = new()
    {
        ["mute"] = (room, seat, target) => room.Hosts.Mute(seat, target),
        ["stop video"] = (room, seat, target) => room.Hosts.StopVideo(seat, target),
        ["stop screen"] = (room, seat, target) => room.Hosts.StopScreen(seat, target),
        ["ask to unmute"] = (room, seat, target) => room.Hosts.AskToUnmute(seat, target),
        ["lower hand"] = (room, seat, target) => room.Hosts.LowerHandOf(seat, target),
        ["spotlight"] = (room, seat, target) => room.Hosts.SetSpotlight(seat, target),
        ["remove"] = (room, seat, target) => room.Remove(seat, target, RoomScene.Start),
    };

    private static readonly Dictionary<string, Action<Room, SeatKey, string>> All = new(OnOne)
    {
        ["mute all"] = (room, seat, _) => room.Hosts.MuteAll(seat),
        ["suspend"] = (room, seat, _) => room.Hosts.Suspend(seat),
        ["end spotlight"] = (room, seat, _) => room.Hosts.SetSpotlight(seat, null),
    };

    private readonly RoomScene _scene = new(RoomScene.Rules with { ParticipantLimit = 10, MediaLimit = 10 });

    public static TheoryData<string> EachOnOne => new(OnOne.Keys);

    public static TheoryData<string> Each => new(All.Keys);

    private Room Room => _scene.Room;

    [Theory]
    [MemberData(nameof(Each))]
    public void OnlyAHostMay(string command)
    {
        var ada = _scene.Join("ada");
        _scene.Join("bob");
        Room.TakeEvents();
        var before = Room.State;

        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => All[command](Room, ada, "bob")));

        Assert.Empty(Room.TakeEvents());
        Assert.Equivalent(before, Room.State, strict: true);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void AHostsSeatOnAnotherConnectionIsNone(string command)
    {
        var ada = JoinHost("ada");
        _scene.Join("bob");

        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => All[command](Room, ada with { ConnectionId = "other" }, "bob")));
        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => All[command](Room, ada with { ParticipantId = "bob" }, "bob")));
    }

    [Theory]
    [MemberData(nameof(EachOnOne))]
    public void NothingIsDoneToWhoIsNotThere(string command)
    {
        var ada = JoinHost("ada");

        Assert.Equal(ErrorCodes.UnknownParticipant, RoomScene.CodeOf(() => OnOne[command](Room, ada, Nobody)));
    }

    [Fact]
    public void WhoIsMutedIsToldByWhom()
    {
        var ada = JoinHost("ada");
        var bob = Open("bob");

        var deed = Room.Hosts.Mute(ada, "bob");

        Assert.Equal(("ada", "bob"), (deed.Host.Id, deed.Target!.Id));
        Assert.True(_scene.Find("bob") is { MutedByHost: true, Media.Microphone: MicrophoneState.Muted, Media.Camera: CameraState.On });
        Assert.Equal(new HostActed(bob.ConnectionId, "ada", HostAct.Muted), Assert.Single(Room.TakeEvents().OfType<HostActed>()));
    }

    [Fact]
    public void MutingAllLeavesHostsAndThoseWithoutMediaAlone()
    {
        var ada = JoinHost("ada");
        JoinHost("cy");
        _scene.Join("di", chatOnly: true);
        var bob = Open("bob");
        Room.TakeEvents();

        Assert.Null(Room.Hosts.MuteAll(ada).Target);

        Assert.Equal(["bob"], Room.State.Participants.Where(one => one.MutedByHost).Select(one => one.Id));
        Assert.Equal(new HostActed(bob.ConnectionId, "ada", HostAct.Muted), Assert.Single(Room.TakeEvents().OfType<HostActed>()));
    }

    [Fact]
    public void WhoDoesItToThemselvesOrIsAwayIsToldNothing()
    {
        var ada = JoinHost("ada");
        Room.Disconnect(Open("bob"), RoomScene.Start);

        Room.Hosts.StopVideo(ada, "ada");
        Room.Hosts.StopVideo(ada, "bob");

        Assert.True(_scene.Find("ada").VideoStoppedByHost && _scene.Find("bob").VideoStoppedByHost);
        Assert.Empty(Room.TakeEvents().OfType<HostActed>());
    }

    [Fact]
    public void WhoIsAskedToUnmuteMayUntilMutedAgain()
    {
        var ada = JoinHost("ada");
        var bob = Open("bob");
        Room.Apply(RoomScene.Record with { Settings = new RoomSettings(MayUnmute: false) });
        Room.Hosts.Mute(ada, "bob");
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Unmute(bob)));

        Room.Hosts.AskToUnmute(ada, "bob");
        Unmute(bob);
        Assert.Equal(MicrophoneState.On, _scene.Find("bob").Media.Microphone);

        Room.Hosts.Mute(ada, "bob");
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Unmute(bob)));
    }

    [Fact]
    public void AHandIsLoweredForSomebody()
    {
        var ada = JoinHost("ada");
        Room.RaiseHand(_scene.Join("bob"), RoomScene.Start);

        Room.Hosts.LowerHandOf(ada, "bob");

        Assert.Null(_scene.Find("bob").HandRaisedAt);
    }

    [Fact]
    public void ASpotlightIsForWhoCanBeSeenAndEndsWithItsSeat()
    {
        var ada = JoinHost("ada");
        var bob = _scene.Join("bob");
        _scene.Join("cy", chatOnly: true);
        var di = _scene.Join("di");
        Assert.Equal(ErrorCodes.UnknownParticipant, RoomScene.CodeOf(() => Room.Hosts.SetSpotlight(ada, "cy")));

        Room.Hosts.SetSpotlight(ada, "bob");
        Room.Leave(di, RoomScene.Start);
        Assert.Equal("bob", Room.State.SpotlightId);
        Room.Leave(bob, RoomScene.Start);
        Assert.Null(Room.State.SpotlightId);

        Room.Hosts.SetSpotlight(ada, "ada");
        Room.Hosts.SetSpotlight(ada, null);
        Assert.Null(Room.State.SpotlightId);
    }

    [Fact]
    public void NobodyRemovesThemselvesOrTheOwner()
    {
        var ada = JoinHost("ada");
        _scene.Join("ada", "seat2");
        _scene.Join(_scene.Command("bob") with { Person = RoomScene.Person("bob") with { IsOwner = true } });

        Assert.Equal(ErrorCodes.OwnSeat, RoomScene.CodeOf(() => Room.Remove(ada, "ada", RoomScene.Start)));
        Assert.Equal(ErrorCodes.OwnSeat, RoomScene.CodeOf(() => Room.Remove(ada, "seat2", RoomScene.Start)));
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Room.Remove(ada, "bob", RoomScene.Start)));
        Assert.Equal(3, Room.State.Participants.Count);
    }

    [Fact]
    public void WhoIsRemovedLosesEverySeatAndTakesNoneThatWasReserved()
    {
        var ada = JoinHost("ada");
        var first = _scene.Join("bob");
        var second = _scene.Join("bob", "seat2");
        var third = _scene.Command("bob", "seat3");
        Room.Reserve(third.Seat, chatOnly: false);
        Room.TakeEvents();

        Room.Remove(ada, "bob", RoomScene.Start);

        Assert.Equal(
            [first.ConnectionId, second.ConnectionId],
            Room.TakeEvents().OfType<SeatEnded>().Where(e => e.Reason == SeatEnd.Removed).Select(e => e.ConnectionId));
        Assert.Equal(["ada"], Room.State.Participants.Select(one => one.Id));
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Room.Join(third)));

        Room.AllowBack(third.Person.Key);
        _scene.Join("bob", "seat4");
    }

    private SeatKey JoinHost(string name)
    {
        var command = _scene.Command(name) with { Person = RoomScene.Person(name, isHost: true) };
        _scene.Join(command);
        return command.Seat;
    }

    private SeatKey Open(string name)
    {
        var seat = _scene.Join(name);
        Room.SetMedia(seat, RoomScene.Open);
        return seat;
    }

    private void Unmute(SeatKey seat) => Room.SetMedia(seat, RoomScene.Open, unmute: true, startVideo: false, startScreen: false);
}
