using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

public sealed class RoomCommandTests
{
    private readonly RoomScene _scene = new();

    private Room Room => _scene.Room;

    [Fact]
    public void MediaIsToldOncePerChange()
    {
        var ada = _scene.Join("ada");
        Room.TakeEvents();

        Room.SetMedia(ada, RoomScene.Open);
        Room.SetMedia(ada, RoomScene.Open);

        Assert.Equal(RoomScene.Open, Assert.IsType<ParticipantUpdated>(Assert.Single(Room.TakeEvents())).Participant.Media);
    }

    [Fact]
    public void HandKeepsTheTimeOfItsFirstRaiseUntilItIsLowered()
    {
        var ada = _scene.Join("ada");
        Room.RaiseHand(ada, RoomScene.Start);
        Room.RaiseHand(ada, RoomScene.Start.AddSeconds(5));
        Assert.Equal(RoomScene.Start, _scene.Find("ada").HandRaisedAt);

        Room.LowerHand(ada);
        Room.TakeEvents();
        Room.LowerHand(ada);
        Assert.Null(_scene.Find("ada").HandRaisedAt);
        Assert.Empty(Room.TakeEvents());
    }

    [Fact]
    public void ReactionAndTypingChangeNoVersion()
    {
        var ada = _scene.Join("ada");
        var version = Room.State.Version;
        Room.TakeEvents();

        Room.SendReaction(ada, Reaction.Clap);
        Room.NotifyTyping(ada);

        Assert.Equal(
            [new ReactionShown("ada", ada.ConnectionId, Reaction.Clap), new TypingNoticed("ada", ada.ConnectionId)],
            Room.TakeEvents());
        Assert.Equal(version, Room.State.Version);
    }

    [Fact]
    public void SignalGoesToTheTargetsOneConnection()
    {
        var ada = _scene.Join("ada");
        var bob = _scene.Join("bob");

        var route = Room.RouteSignal(ada, "bob", "page1");

        Assert.Equal(("ada", bob.ConnectionId), (route.From.Id, route.ConnectionId));
    }

    [Theory]
    [InlineData("nobody", "page1")]
    [InlineData("bob", "page2")]
    [InlineData("ada", "page1")]
    [InlineData("cy", "page1")]
    public void SignalToWhoIsNotThereIsRefused(string to, string toInstance)
    {
        var ada = _scene.Join("ada");
        _scene.Join("bob");
        _scene.Join("cy", chatOnly: true);

        Assert.Equal(ErrorCodes.UnknownParticipant, RoomScene.CodeOf(() => Room.RouteSignal(ada, to, toInstance)));
    }

    [Fact]
    public void SignalToAMissingParticipantIsRefused()
    {
        var ada = _scene.Join("ada");
        Room.Disconnect(_scene.Join("bob"), RoomScene.Start);

        Assert.Equal(ErrorCodes.UnknownParticipant, RoomScene.CodeOf(() => Room.RouteSignal(ada, "bob", "page1")));
    }

    [Fact]
    public void ChatOnlyParticipantMayNotSignal()
    {
        _scene.Join("ada");
        var cy = _scene.Join("cy", chatOnly: true);

        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Room.RouteSignal(cy, "ada", "page1")));
    }

    [Fact]
    public void NewTitleIsToldOnce()
    {
        _scene.Join("ada");
        Room.TakeEvents();

        Room.Rename("Monthly");
        Room.Rename("Monthly");

        Assert.Equal("Monthly", Assert.IsType<RoomChanged>(Assert.Single(Room.TakeEvents())).Title);
        Assert.Equal("Monthly", Room.State.Title);
    }

    [Fact]
    public void WhoLeftMayDoNothing()
    {
        var ada = _scene.Join("ada");
        _scene.Join("bob");
        Room.Leave(ada, RoomScene.Start);
        Room.TakeEvents();

        Action[] calls =
        [
            () => Room.Leave(ada, RoomScene.Start),
            () => Room.SetMedia(ada, RoomScene.Open),
            () => Room.RaiseHand(ada, RoomScene.Start),
            () => Room.LowerHand(ada),
            () => Room.StartRecording(ada, RoomScene.Start),
            () => Room.StopRecording(ada),
            () => Room.SendReaction(ada, Reaction.Heart),
            () => Room.NotifyTyping(ada),
            () => Room.RouteSignal(ada, "bob", "page1"),
            () => Room.Require(ada, RoomAction.SendMessage),
        ];
        Assert.All(calls, call => Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(call)));
        Assert.Empty(Room.TakeEvents());
    }

    [Fact]
    public void CutOffCallGoesOnWhenSomebodyComesBackInTime()
    {
        var began = RoomScene.Start.AddMinutes(-10);
        var room = new Room(new OpenCall(RoomScene.Record, began, RoomScene.Start.AddMinutes(-1), ["person-ada"]), RoomScene.Rules, "epoch", RoomScene.Start);

        var bob = _scene.Command("bob");
        room.Reserve(bob.Seat, chatOnly: false);
        room.Join(bob);
        room.Expire(RoomScene.Start.AddHours(1));

        Assert.Equal(began, room.State.CallStartedAt);
        Assert.DoesNotContain(room.TakeEvents(), e => e is CallStarted or CallEnded);
    }

    [Fact]
    public void CutOffCallToWhichNobodyReturnsEndsAtItsLastSign()
    {
        var began = RoomScene.Start.AddMinutes(-10);
        var room = new Room(new OpenCall(RoomScene.Record, began, began.AddMinutes(8), ["person-ada", "person-bob"]), RoomScene.Rules, "epoch", RoomScene.Start);
        Assert.False(room.IsIdle);

        room.Expire(room.NextExpiry!.Value);

        Assert.Equal(new CallEnded(began.AddMinutes(8), TimeSpan.FromMinutes(8), 2), Assert.Single(room.TakeEvents()));
        Assert.True(room.IsIdle);
    }
}
