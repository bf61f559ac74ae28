using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>Who waits, who answers, and how many there may be.</summary>
public sealed class LobbyTests
{
    private readonly RoomScene _scene = new(RoomScene.Rules with { LobbyLimit = 2 });

    private Room Room => _scene.Room;

    private Lobby Lobby => _scene.Room.Lobby;

    [Fact]
    public void ALobbyHasOnlySoManyPlaces()
    {
        Assert.True(Lobby.Wait(Guest("ada")));
        Assert.True(Lobby.Wait(Guest("bob")));
        Room.TakeEvents();

        Assert.False(Lobby.Wait(Guest("cy")));

        Assert.Equal(["ada", "bob"], Lobby.Guests.Select(guest => guest.Id));
        Assert.Empty(Room.TakeEvents());
        Lobby.StopWaiting(Key("ada"));
        Assert.True(Lobby.Wait(Guest("cy")));
    }

    [Fact]
    public void APersonHasOnePlaceWhichAnotherPageTakes()
    {
        Lobby.Wait(Guest("ada"));
        Lobby.Wait(Guest("bob", seconds: 1));
        Room.TakeEvents();
        var second = Guest("ada") with { Id = "again", ConnectionId = "second" };

        Assert.True(Lobby.Wait(second));

        Assert.Equal(["again", "bob"], Lobby.Guests.Select(guest => guest.Id));
        Assert.Equal([new GuestGone("ada"), new SeatRevoked("ada", "ada's"), new GuestWaiting(second)], Room.TakeEvents());
    }

    [Fact]
    public void TheFirstToComeIsTheFirstInTheList()
    {
        Lobby.Wait(Guest("bob", seconds: 1));
        Lobby.Wait(Guest("ada"));

        Assert.Equal(["ada", "bob"], Lobby.Guests.Select(guest => guest.Id));
    }

    [Fact]
    public void WhoCameAtTheSameTimeWaitsBehind()
    {
        Lobby.Wait(Guest("ada"));
        Lobby.Wait(Guest("bob"));

        Assert.Equal(["ada", "bob"], Lobby.Guests.Select(guest => guest.Id));
    }

    [Theory]
    [InlineData("ada", "bob's")]
    [InlineData("bob", "ada's")]
    public void APlaceIsGivenUpByTheConnectionThatHasIt(string guestId, string connectionId)
    {
        Lobby.Wait(Guest("ada"));
        Room.TakeEvents();

        Assert.Null(Lobby.StopWaiting(new LobbyKey(RoomScene.Record.Id, guestId, connectionId)));
        Assert.Empty(Room.TakeEvents());

        Assert.Equal("ada", Lobby.StopWaiting(Key("ada"))!.Id);
        Assert.Equal([new GuestGone("ada")], Room.TakeEvents());
        Assert.True(Lobby.IsEmpty);
    }

    [Fact]
    public void OnlyAHostFindsWhoWaits()
    {
        Lobby.Wait(Guest("ada"));
        var cy = _scene.Join("cy");
        var host = _scene.Command("di") with { Person = RoomScene.Person("di", isHost: true) };
        _scene.Join(host);

        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Lobby.Require(cy, "ada")));
        Assert.Equal(ErrorCodes.NotJoined, RoomScene.CodeOf(() => Lobby.Require(host.Seat with { ConnectionId = "other" }, "ada")));
        Assert.Equal(ErrorCodes.NotWaiting, RoomScene.CodeOf(() => Lobby.Require(host.Seat, "bob")));
        Assert.Equal("ada", Lobby.Require(host.Seat, "ada").Id);
    }

    [Fact]
    public void WhoIsRemovedWaitsNoMore()
    {
        var host = _scene.Command("di") with { Person = RoomScene.Person("di", isHost: true) };
        _scene.Join(host);
        _scene.Join("ada");
        Lobby.Wait(Guest("ada"));
        Lobby.Wait(Guest("bob"));
        Room.TakeEvents();

        Room.Remove(host.Seat, "ada", RoomScene.Start);

        Assert.Equal(["bob"], Lobby.Guests.Select(guest => guest.Id));
        Assert.Contains(new SeatEnded("ada's", SeatEnd.Removed), Room.TakeEvents());
    }

    [Fact]
    public void WithANewLinkNobodyWaitsWhoCameByTheOldOne()
    {
        var ada = Guest("ada");
        _scene.Join("cy");
        Lobby.Wait(ada);
        Room.TakeEvents();
        var changed = RoomScene.Record with { Code = RoomScene.Code("newlinkabc") };

        Room.Apply(changed);

        Assert.Equal(
            [
                new RoomChanged(2, changed.Code, "Weekly", changed.Settings, null),
                new GuestGone("ada"),
                new SeatEnded("ada's", SeatEnd.LinkChanged),
            ],
            Room.TakeEvents());
        Assert.True(Lobby.IsEmpty);
        Assert.Equal(changed.Code, Room.State.Code);
    }

    [Fact]
    public void WhoWaitsIsToldWhenAHostComesAndWhenTheLastOneGoes()
    {
        var ada = Guest("ada");
        Lobby.Wait(ada);
        Assert.Equal([new GuestWaiting(ada)], Room.TakeEvents());

        _scene.Join("cy");
        Assert.Empty(Room.TakeEvents().OfType<LobbyChanged>());
        var host = _scene.Command("di") with { Person = RoomScene.Person("di", isHost: true) };
        _scene.Join(host);
        Assert.True(Told().IsHostPresent);
        Room.SendReaction(host.Seat, default);
        Assert.Empty(Room.TakeEvents().OfType<LobbyChanged>());
        Room.Disconnect(host.Seat, RoomScene.Start);
        Assert.False(Told().IsHostPresent);
    }

    [Fact]
    public void ANewMessageIsToldToWhoWaitsAndToNobodyWhenNobodyDoes()
    {
        Room.Apply(RoomScene.Record with { LobbyMessage = "At noon" });
        Assert.Empty(Room.TakeEvents());
        Lobby.Wait(Guest("ada"));
        Room.TakeEvents();

        Room.Apply(RoomScene.Record with { LobbyMessage = "At one" });

        var told = Told();
        Assert.Equal("At one", told.Message);
        Assert.Equal(["ada's"], told.ConnectionIds);
    }

    [Fact]
    public void WithTheRoomEveryWaitEnds()
    {
        Lobby.Wait(Guest("ada"));
        Lobby.Wait(Guest("bob"));

        Room.End(RoomScene.Start, isRoomDeleted: true);

        Assert.True(Lobby.IsEmpty);
        Assert.Equal(["ada", "bob"], Room.TakeEvents().OfType<GuestGone>().Select(e => e.GuestId));
    }

    private static LobbyGuest Guest(string name, int seconds = 0) =>
        new(name, RoomScene.Person(name).Key, name, RoomScene.Start.AddSeconds(seconds), $"{name}'s");

    private static LobbyKey Key(string name) => new(RoomScene.Record.Id, name, $"{name}'s");

    private LobbyChanged Told() => Assert.Single(Room.TakeEvents().OfType<LobbyChanged>());
}
