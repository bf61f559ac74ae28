using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

public sealed class ReturnTests(HubServer server) : HubScene(server)
{
    [Fact]
    public async Task LostConnectionIsShownAndTheReturnIsTheSameSeat()
    {
        var browser = await VisitAsync();
        var ada = await JoinAsync("Ada", visitor: browser);
        var bob = await JoinAsync("Bob");

        await ada.DisposeAsync();
        var lost = await bob.SkipToAsync<ParticipantUpdatedEvent>();
        var returned = await ReturnAsync(browser, ada.Seat);
        var back = await bob.SkipToAsync<ParticipantUpdatedEvent>();

        Assert.False(lost.Participant.Connected);
        Assert.True(returned.Seat.Resumed);
        Assert.Equal(ada.Id, returned.Id);
        Assert.True(back.Participant is { Connected: true, InstanceId: "page1" });
        Assert.Equal(lost.Version + 1, back.Version);
        Assert.Equal(back.Version, returned.Seat.Room.Version);
    }

    [Fact]
    public async Task ReloadedPageShowsItsNewInstance()
    {
        var browser = await VisitAsync();
        var ada = await JoinAsync("Ada", visitor: browser);
        var bob = await JoinAsync("Bob");
        await ada.DisposeAsync();
        await bob.SkipToAsync<ParticipantUpdatedEvent>();

        await ReturnAsync(browser, ada.Seat, request => request with { InstanceId = "page2", Name = "Ada L", Media = Guest.Open });

        var back = (await bob.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
        Assert.Equal(("page2", "Ada L", Guest.Open), (back.InstanceId, back.Name, back.Media));
    }

    [Fact]
    public async Task VanishedParticipantLeavesWhenTheGraceIsOver()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        await ada.DisposeAsync();
        await bob.SkipToAsync<ParticipantUpdatedEvent>();

        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(2, (await ReadRoomAsync())!.Participants.Count);
        Clock.Advance(TimeSpan.FromSeconds(1));

        var left = await bob.SkipToAsync<ParticipantLeftEvent>();
        Assert.Equal((ada.Id, LeaveReason.Vanished), (left.ParticipantId, left.Reason));
    }

    [Fact]
    public async Task WhoReturnsAfterTheGraceSitsUnderTheSameIdAgain()
    {
        var browser = await VisitAsync();
        var ada = await JoinAsync("Ada", visitor: browser);
        var bob = await JoinAsync("Bob");
        await ada.DisposeAsync();
        await bob.SkipToAsync<ParticipantUpdatedEvent>();
        Clock.Advance(TimeSpan.FromSeconds(120));
        await bob.SkipToAsync<ParticipantLeftEvent>();

        var returned = await ReturnAsync(browser, ada.Seat);

        Assert.False(returned.Seat.Resumed);
        Assert.Equal(ada.Seat.Room.Epoch, returned.Seat.Room.Epoch);
        Assert.Equal(ada.Id, (await bob.SkipToAsync<ParticipantJoinedEvent>()).Participant.Id);
    }

    [Fact]
    public async Task CleanLeaveIsAtOnceAndTheLeaverHearsNothingMore()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        var left = await bob.SkipToAsync<ParticipantLeftEvent>();
        Assert.Equal((ada.Id, LeaveReason.Left), (left.ParticipantId, left.Reason));
        await bob.CallAsync(nameof(IConferenceServer.RaiseHand));
        var again = await ada.JoinAsync(Guest.Request(Code));
        await bob.CallAsync(nameof(IConferenceServer.LowerHand));
        Assert.Equal(again.Room.Version + 1, (await ada.SkipToAsync<ParticipantUpdatedEvent>()).Version);
    }

    [Fact]
    public async Task OtherPageWithTheSameTokenTakesTheSeat()
    {
        var browser = await VisitAsync();
        var first = await JoinAsync("Ada", visitor: browser);
        var bob = await JoinAsync("Bob");

        var second = await ReturnAsync(browser, first.Seat, request => request with { InstanceId = "page2" });

        await first.SkipToAsync<SeatTaken>();
        Assert.Equal("page2", (await bob.SkipToAsync<ParticipantUpdatedEvent>()).Participant.InstanceId);
        Assert.Equal(ErrorCodes.NotJoined, await first.RefusalAsync(nameof(IConferenceServer.RaiseHand)));
        Assert.Equal(ErrorCodes.NotJoined, await Guest.RefusalAsync(() => first.SayAsync("Still here?")));
        await first.DisposeAsync();
        await second.CallAsync(nameof(IConferenceServer.RaiseHand));
        Assert.True((await bob.SkipToAsync<ParticipantUpdatedEvent>()).Participant.Connected);
    }

    [Fact]
    public async Task TokenOfAnotherVisitorOrRoomIsAsNone()
    {
        var browser = await VisitAsync();
        var ada = await JoinAsync("Ada", visitor: browser);
        var elsewhere = await OpenRoomAsync();

        var eve = await JoinAsync("Eve", request => request with { ResumeToken = ada.Seat.ResumeToken });
        var other = await JoinAsync("Ada", request => request with { Code = elsewhere, ResumeToken = ada.Seat.ResumeToken }, browser);

        Assert.False(eve.Seat.Resumed);
        Assert.Equal(3, new[] { ada.Id, eve.Id, other.Id }.Distinct().Count());
        await ada.CallAsync(nameof(IConferenceServer.RaiseHand));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task TextThatIsNoTokenIsAsNone(string token)
    {
        var ada = await JoinAsync("Ada", request => request with { ResumeToken = token });
        Assert.False(ada.Seat.Resumed);
    }

    [Fact]
    public async Task TokenIsGoodForADay()
    {
        var browser = await VisitAsync();
        var ada = await JoinAsync("Ada", visitor: browser);
        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(ada.Id, (await ada.JoinAsync(Guest.Request(Code) with { ResumeToken = ada.Seat.ResumeToken })).ParticipantId);
        var id = ada.Id;
        var token = ada.Seat.ResumeToken;
        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotEqual(id, (await ada.JoinAsync(Guest.Request(Code) with { ResumeToken = token })).ParticipantId);
    }

    [Fact]
    public async Task SeatChatAndCallOutliveARestartOfTheServer()
    {
        await using var own = ConferenceServer.Start(options => options.Clock = Clock);
        var room = await own.Get<IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        var request = Guest.Request(room.Code.ToString());
        using var browser = await own.VisitAsync();
        await using var before = await Guest.ConnectAsync(browser);
        await before.JoinAsync(request);
        await before.SayAsync("Are you there?");

        await own.RestartAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        await using var after = await Guest.ConnectAsync(browser);
        await after.JoinAsync(request with { ResumeToken = before.Seat.ResumeToken, LastSequence = 1 });

        Assert.Equal(before.Id, after.Id);
        Assert.False(after.Seat.Resumed);
        Assert.NotEqual(before.Seat.Room.Epoch, after.Seat.Room.Epoch);
        Assert.Equal(before.Seat.Room.CallStartedAt, after.Seat.Room.CallStartedAt);
        Assert.Equal("Are you there?", Assert.Single(after.Seat.Chat.Messages).Text);
    }

    private async Task<Guest> ReturnAsync(ConferenceVisitor browser, Seat seat, Func<JoinRoomRequest, JoinRoomRequest>? change = null) =>
        await JoinAsync("Ada", request => (change?.Invoke(request) ?? request) with { ResumeToken = seat.ResumeToken }, browser);
}
