using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

public sealed class PresenceTests(HubServer server) : HubScene(server)
{
    [Fact]
    public async Task MediaIsToldToEverybodyWithTheNextVersion()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open));

        var heard = await ada.SkipToAsync<ParticipantUpdatedEvent>();
        Assert.Equal((bob.Id, Guest.Open, bob.Seat.Room.Version + 1), (heard.Participant.Id, heard.Participant.Media, heard.Version));
        Assert.Equal(heard, await bob.SkipToAsync<ParticipantUpdatedEvent>());
    }

    [Fact]
    public async Task HandsKeepTheOrderInWhichTheyWereRaised()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        await bob.CallAsync(nameof(IConferenceServer.RaiseHand));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await ada.CallAsync(nameof(IConferenceServer.RaiseHand));
        await bob.CallAsync(nameof(IConferenceServer.RaiseHand));

        var first = (await bob.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
        var second = (await bob.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
        Assert.Equal((bob.Id, ada.Id), (first.Id, second.Id));
        Assert.True(first.HandRaisedAt < second.HandRaisedAt);

        await bob.CallAsync(nameof(IConferenceServer.LowerHand));
        Assert.Null((await bob.SkipToAsync<ParticipantUpdatedEvent>()).Participant.HandRaisedAt);
    }

    [Fact]
    public async Task ReactionAndTypingReachAllOthersOnly()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        await ada.CallAsync(nameof(IConferenceServer.SendReaction), new SendReactionRequest(Reaction.Celebrate));
        await ada.CallAsync(nameof(IConferenceServer.NotifyTyping));
        await bob.CallAsync(nameof(IConferenceServer.SendReaction), new SendReactionRequest(Reaction.Heart));

        Assert.Equal(new ReactionReceivedEvent(ada.Id, Reaction.Celebrate), await bob.SkipToAsync<ReactionReceivedEvent>());
        Assert.Equal(new TypingReceivedEvent(ada.Id), await bob.SkipToAsync<TypingReceivedEvent>());
        Assert.Equal(new ReactionReceivedEvent(bob.Id, Reaction.Heart), await ada.SkipToAsync<ReactionReceivedEvent>());
    }

    [Fact]
    public async Task NewTitleIsToldToEverybody()
    {
        var ada = await JoinAsync("Ada");
        Assert.True(RoomCode.TryParse(Code, out var code));
        var room = await Server.Get<IRoomStore>().FindAsync(code, CancellationToken.None);

        await Server.Get<IRoomDirectory>().ApplyAsync(room! with { Title = "Monthly" });

        Assert.Equal(new RoomUpdatedEvent(2, code.ToString(), "Monthly", new RoomSettings()), await ada.SkipToAsync<RoomUpdatedEvent>());
        Assert.Equal("Monthly", (await JoinAsync("Bob")).Seat.Room.Title);
    }
}
