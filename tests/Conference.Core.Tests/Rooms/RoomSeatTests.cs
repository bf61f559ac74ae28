using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

public sealed class RoomSeatTests
{
    private readonly RoomScene _scene = new();

    private Room Room => _scene.Room;

    [Fact]
    public void FirstSeatStartsTheCallAndLastOneEndsIt()
    {
        var ada = _scene.Join("ada");
        var bob = _scene.Join("bob");
        Room.Leave(ada, RoomScene.Start.AddMinutes(3));
        Room.Leave(bob, RoomScene.Start.AddMinutes(5));

        var events = Room.TakeEvents();
        Assert.Equal("ada", Assert.Single(events.OfType<CallStarted>()).By.Name);
        var ended = Assert.Single(events.OfType<CallEnded>());
        Assert.Equal((TimeSpan.FromMinutes(5), 2), (ended.Length, ended.PersonCount));
        Assert.True(Room.IsIdle);
    }

    [Fact]
    public void OnePersonWithTwoSeatsCountsOnceInTheCall()
    {
        var first = _scene.Join("ada", "seat1");
        var second = _scene.Join("ada", "seat2");
        Room.Leave(first, RoomScene.Start);
        Room.Leave(second, RoomScene.Start);

        Assert.Equal(1, Assert.Single(Room.TakeEvents().OfType<CallEnded>()).PersonCount);
    }

    [Fact]
    public void NewcomerIsToldNothingOfItsOwnArrival()
    {
        _scene.Join("ada");
        Room.TakeEvents();
        _scene.Join("bob");

        Assert.Collection(
            Room.TakeEvents(),
            e => Assert.Equal("bob", Assert.IsType<ParticipantJoined>(e).Participant.Name),
            e => Assert.Equal("bob", Assert.IsType<SeatAssigned>(e).ParticipantId));
    }

    [Fact]
    public void ReturningToAHeldSeatIsOneUpdateAndNoLeave()
    {
        var before = _scene.Join("ada");
        Room.Disconnect(before, RoomScene.Start);
        Room.TakeEvents();

        var outcome = _scene.Join(_scene.Command("ada"));

        Assert.True(outcome.Resumed);
        Assert.Null(_scene.Find("ada").AbsentSince);
        Assert.Collection(Room.TakeEvents(), e => Assert.IsType<ParticipantUpdated>(e), e => Assert.IsType<SeatAssigned>(e));
    }

    [Fact]
    public void SamePageOnANewConnectionChangesNothingThatOthersSee()
    {
        _scene.Join("ada");
        var version = Room.State.Version;
        Room.TakeEvents();

        _scene.Join("ada");

        Assert.Equal(version, Room.State.Version);
        Assert.Collection(Room.TakeEvents(), e => Assert.IsType<SeatRevoked>(e), e => Assert.IsType<SeatAssigned>(e));
    }

    [Fact]
    public void DuplicateTabTakesTheSeatAndTheOldOneMayDoNothingMore()
    {
        var old = _scene.Join("ada", instanceId: "page1");
        Room.TakeEvents();
        var seat = _scene.Join("ada", instanceId: "page2");

        Assert.Equal(old.ConnectionId, Assert.Single(Room.TakeEvents().OfType<SeatRevoked>()).ConnectionId);
        Assert.Equal("page2", _scene.Find("ada").InstanceId);
        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => Room.SetMedia(old, RoomScene.Open)));
        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => Room.Leave(old, RoomScene.Start)));
        Room.SetMedia(seat, RoomScene.Open);
    }

    [Fact]
    public void LateDisconnectOfTheOldConnectionDoesNotTouchTheSeat()
    {
        var old = _scene.Join("ada");
        _scene.Join("ada");
        Room.TakeEvents();

        Room.Disconnect(old, RoomScene.Start);

        Assert.Empty(Room.TakeEvents());
        Assert.NotNull(_scene.Find("ada").ConnectionId);
    }

    [Fact]
    public void SeatOfSomebodyElseCannotBeTaken()
    {
        _scene.Join("ada");
        Room.TakeEvents();

        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => _scene.Join("eve", participantId: "ada")));
        Assert.Empty(Room.TakeEvents());
        Assert.Equal("ada", _scene.Find("ada").Name);
    }

    [Fact]
    public void OneConnectionHasOneSeat()
    {
        var other = _scene.Join("ada") with { ParticipantId = "other" };

        Assert.Equal(ErrorCodes.AlreadyJoined, RoomScene.CodeOf(() => Room.Reserve(other, chatOnly: false)));
        Assert.Single(Room.State.Participants);
    }

    [Fact]
    public void VanishedParticipantLeavesWhenTheGraceIsOverAndNotBefore()
    {
        _scene.Join("ada");
        var bob = _scene.Join("bob");
        Room.Disconnect(bob, RoomScene.Start);
        Assert.Equal(RoomScene.Start.AddSeconds(120), Room.NextExpiry);
        Room.TakeEvents();

        Room.Expire(RoomScene.Start.AddSeconds(119));
        Assert.Empty(Room.TakeEvents());

        Room.Expire(RoomScene.Start.AddSeconds(120));
        Assert.Equal(LeaveReason.Vanished, Assert.IsType<ParticipantLeft>(Assert.Single(Room.TakeEvents())).Reason);
        Assert.Null(Room.NextExpiry);
    }

    [Fact]
    public void WhoComesBackAfterTheGraceHasTheSameIdAndIsSeenAsNew()
    {
        _scene.Join("ada");
        Room.Disconnect(_scene.Join("bob"), RoomScene.Start);
        Room.Expire(RoomScene.Start.AddSeconds(120));
        Room.TakeEvents();

        var outcome = _scene.Join(_scene.Command("bob"));

        Assert.False(outcome.Resumed);
        Assert.Equal("bob", Assert.Single(Room.TakeEvents().OfType<ParticipantJoined>()).Participant.Id);
    }

    [Fact]
    public void ReturningDuringTheGraceCancelsIt()
    {
        Room.Disconnect(_scene.Join("ada"), RoomScene.Start);
        _scene.Join("ada");

        Room.Expire(RoomScene.Start.AddHours(1));

        Assert.Single(Room.State.Participants);
    }

    [Fact]
    public void ReturningKeepsTheRaisedHand()
    {
        var seat = _scene.Join("ada");
        Room.RaiseHand(seat, RoomScene.Start);
        Room.Disconnect(seat, RoomScene.Start);

        _scene.Join("ada");

        Assert.Equal(RoomScene.Start, _scene.Find("ada").HandRaisedAt);
    }

    [Fact]
    public void RoomIsFullAtItsMediaLimitButHasSeatsForChat()
    {
        _scene.Join("ada");
        _scene.Join("bob");
        Room.TakeEvents();

        Assert.Equal(2, Room.Reserve(_scene.Command("cy").Seat, chatOnly: false));
        Assert.Empty(Room.TakeEvents());
        _scene.Join("cy", chatOnly: true);
        _scene.Join("di", chatOnly: true);
        Assert.Equal(4, Room.Reserve(_scene.Command("ed").Seat, chatOnly: true));
    }

    [Fact]
    public void FullRoomStillTakesItsOwnPeopleBack()
    {
        _scene.Join("ada");
        Room.Disconnect(_scene.Join("bob"), RoomScene.Start);

        Assert.True(_scene.Join(_scene.Command("bob")).Resumed);
    }

    [Fact]
    public void ChatOnlySeatCannotComeBackWithMediaPastTheLimit()
    {
        _scene.Join("ada");
        _scene.Join("bob");
        _scene.Join("cy", chatOnly: true);

        Assert.Equal(2, Room.Reserve(_scene.Command("cy").Seat, chatOnly: false));
        Assert.True(_scene.Find("cy").ChatOnly);
    }

    [Fact]
    public void ReservedSeatCountsAgainstTheLimitsAndIsSeenByNobody()
    {
        _scene.Join("ada");
        Room.TakeEvents();
        var before = Room.State;

        Assert.Null(Room.Reserve(_scene.Command("bob").Seat, chatOnly: false));

        Assert.Equal(2, Room.Reserve(_scene.Command("cy").Seat, chatOnly: false));
        Assert.Null(Room.Reserve(_scene.Command("cy").Seat, chatOnly: true));
        Assert.Null(Room.Reserve(_scene.Command("di").Seat, chatOnly: true));
        Assert.Equal(4, Room.Reserve(_scene.Command("ed").Seat, chatOnly: true));
        Assert.Equivalent(before, Room.State, strict: true);
        Assert.Empty(Room.TakeEvents());
    }

    [Fact]
    public void ReleasedSeatIsFreeAndCannotBeTaken()
    {
        _scene.Join("ada");
        var bob = _scene.Command("bob");
        Room.Reserve(bob.Seat, chatOnly: false);

        Room.Release(bob.Seat);

        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => Room.Join(bob)));
        _scene.Join("cy");
    }

    [Fact]
    public void ReservationIsUsedUpByTakingTheSeat()
    {
        var ada = _scene.Command("ada");
        _scene.Join(ada);

        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => Room.Join(ada)));
        Room.Release(ada.Seat);
        Room.Leave(ada.Seat, RoomScene.Start);

        Assert.True(Room.IsIdle);
    }

    [Fact]
    public void OneConnectionReservesOneSeat()
    {
        var seat = _scene.Command("ada").Seat;
        Room.Reserve(seat, chatOnly: false);

        Assert.Equal(ErrorCodes.AlreadyJoined, RoomScene.CodeOf(() => Room.Reserve(seat, chatOnly: false)));
    }

    [Fact]
    public void SeatThatIsHeldAndReservedCountsOnceAndWithMediaIfEitherHasIt()
    {
        _scene.Join("ada");
        _scene.Join("bob", chatOnly: true);
        _scene.Join("cy", chatOnly: true);
        Room.Reserve(_scene.Command("bob").Seat, chatOnly: false);
        Room.Reserve(_scene.Command("bob").Seat, chatOnly: true);

        Assert.Equal(2, Room.Reserve(_scene.Command("di").Seat, chatOnly: false));
        _scene.Join("di", chatOnly: true);
    }
}
