using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

public sealed class JoinTests(HubServer server) : HubScene(server)
{
    [Fact]
    public async Task FirstOneGetsTheRoomAsItIsAndTheBeginningOfTheCall()
    {
        var ada = await JoinAsync("  Ada   Lovelace ");

        var seat = ada.Seat;
        var me = Assert.Single(seat.Room.Participants);
        Assert.Equal((seat.ParticipantId, seat.PersonId, "Ada Lovelace"), (me.Id, me.PersonId, me.Name));
        Assert.Equal((Code, "Weekly", 1L), (seat.Room.Code, seat.Room.Title, seat.Room.Version));
        Assert.Equal((Clock.GetUtcNow(), Clock.GetUtcNow()), (seat.Room.CallStartedAt, seat.Room.ServerTime));
        Assert.False(seat.Resumed);
        Assert.Empty(seat.IceServers);
        Assert.True(me is { Connected: true, ChatOnly: false, InstanceId: "page1" });
    }

    [Fact]
    public async Task OthersAreToldWithTheNextVersionAndTheNewcomerSeesThem()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob", request => request with { Media = Guest.Open, InstanceId = "page7" });

        var joined = await ada.SkipToAsync<ParticipantJoinedEvent>();
        Assert.Equal(bob.Seat.Room.Version, joined.Version);
        Assert.Equal(ada.Seat.Room.Version + 1, joined.Version);
        Assert.Equal((bob.Id, "Bob", "page7", Guest.Open), (joined.Participant.Id, joined.Participant.Name, joined.Participant.InstanceId, joined.Participant.Media));
        Assert.Equal([ada.Id, bob.Id], bob.Seat.Room.Participants.Select(p => p.Id));
        Assert.Equal(ada.Seat.Room.Epoch, bob.Seat.Room.Epoch);
    }

    [Fact]
    public async Task NewcomerHearsNothingOfItsOwnArrival()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        await ada.CallAsync(nameof(IConferenceServer.RaiseHand));

        Assert.Equal(bob.Seat.Room.Version + 1, (await bob.SkipToAsync<ParticipantUpdatedEvent>()).Version);
    }

    [Fact]
    public async Task CodeMayBeWrittenAnyWay()
    {
        var ada = await JoinAsync("Ada", request => request with { Code = $" {Code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()}" });
        Assert.Equal(Code, ada.Seat.Room.Code);
    }

    [Fact]
    public async Task UnknownRoomIsNotFoundAndLeavesNothingBehind()
    {
        var ada = await ConnectAsync();

        var result = await ada.TryJoinAsync(Guest.Request("aaa-aaaa-aaa"));

        Assert.Equal(new JoinRoomResult(JoinStatus.NotFound), result);
        Assert.Equal(ErrorCodes.NotJoined, await ada.RefusalAsync(nameof(IConferenceServer.RaiseHand)));
    }

    [Fact]
    public async Task SecondJoinOnTheSameConnectionIsRefused()
    {
        var ada = await JoinAsync("Ada");
        var other = await OpenRoomAsync();

        Assert.Equal(ErrorCodes.AlreadyJoined, await Guest.RefusalAsync(() => ada.TryJoinAsync(Guest.Request(Code))));
        Assert.Equal(ErrorCodes.AlreadyJoined, await Guest.RefusalAsync(() => ada.TryJoinAsync(Guest.Request(other))));
        Assert.Single((await ReadRoomAsync())!.Participants);
        Assert.Null(await ReadRoomAsync(other));
    }

    [Fact]
    public async Task ConnectionThatLeftMayJoinAgain()
    {
        var ada = await JoinAsync("Ada");
        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        var again = await ada.JoinAsync(Guest.Request(Code) with { ResumeToken = ada.Seat.ResumeToken });

        Assert.Single(again.Room.Participants);
    }

    [Fact]
    public async Task TwoTabsOfOneBrowserAreTwoSeatsOfOnePerson()
    {
        var browser = await VisitAsync();
        var first = await JoinAsync("Ada", visitor: browser);
        var second = await JoinAsync("Ada", visitor: browser);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(first.Seat.PersonId, second.Seat.PersonId);
        Assert.Equal(2, second.Seat.Room.Participants.Count);
    }

    [Fact]
    public async Task WhoOpenedTheRoomIsItsHost()
    {
        var browser = await VisitAsync();
        var code = await browser.CreateRoomAsync("Mine");
        var host = await JoinAsync("Ada", request => request with { Code = code }, browser);
        var guest = await JoinAsync("Bob", request => request with { Code = code });

        Assert.True(host.Seat.IsHost);
        Assert.False(guest.Seat.IsHost);
        Assert.Equal([true, false], guest.Seat.Room.Participants.Select(p => p.IsHost));
    }

    [Fact]
    public async Task ConfiguredIceServersAreTold()
    {
        await using var other = ConferenceServer.Start(options =>
        {
            options.Settings["Ice:Servers:0:Urls:0"] = "turn:turn.example:3478";
            options.Settings["Ice:Servers:0:Username"] = "user";
            options.Settings["Ice:Servers:0:Credential"] = "secret";
        });
        var room = await other.Get<IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        using var visitor = await other.VisitAsync();
        await using var ada = await Guest.ConnectAsync(visitor);

        var seat = await ada.JoinAsync(Guest.Request(room.Code.ToString()));

        var ice = Assert.Single(seat.IceServers);
        Assert.Equal(("turn:turn.example:3478", "user", "secret"), (Assert.Single(ice.Urls), ice.Username, ice.Credential));
    }
}
