using Conference.Core;
using Conference.Core.Chat;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Conference.Server.Tests.Hubs;

public sealed class ChatTests(HubServer server) : HubScene(server)
{
    [Fact]
    public async Task MessageIsAcknowledgedAndTellsEverybodyTheSame()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        var id = Guid.NewGuid().ToString("N");

        var stored = await ada.SayAsync("  Hello\r\nBob ", id);

        var heard = (await bob.ReadChatAsync(stored.Sequence))[^1];
        Assert.Equal(new ChatMessage(stored.Sequence, ChatMessageKind.Text, stored.SentAt, ada.Seat.PersonId, "Ada", id, "Hello\nBob"), heard);
        Assert.Equal(heard, (await ada.ReadChatAsync(stored.Sequence))[^1]);
    }

    [Fact]
    public async Task CallBeginsAndEndsInTheChat()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        await bob.CallAsync(nameof(IConferenceServer.LeaveRoom));
        Clock.Advance(TimeSpan.FromSeconds(90));
        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        await ada.JoinAsync(Guest.Request(Code));
        var lines = await ada.ReadChatAsync(3);

        Assert.Equal([ChatMessageKind.CallStarted, ChatMessageKind.CallEnded], lines.Take(2).Select(m => m.Kind));
        Assert.Equal((ada.Seat.PersonId, "Ada"), (lines[0].PersonId, lines[0].Name));
        Assert.Equal(new CallSummary(90, 2), lines[1].Call);
        Assert.Null(lines[1].PersonId);
    }

    [Fact]
    public async Task SameMessageAgainIsStoredOnceAndAnsweredAlike()
    {
        var ada = await JoinAsync("Ada");
        var id = Guid.NewGuid().ToString("N");

        var first = await ada.SayAsync("Once", id);
        Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await ada.SayAsync("Once", id);
        var next = await ada.SayAsync("Then");

        Assert.Equal(first, second);
        Assert.Equal(first.Sequence + 1, next.Sequence);
        Assert.Equal(["Once", "Then"], (await ada.ReadChatAsync(next.Sequence)).Select(m => m.Text).OfType<string>());
    }

    [Fact]
    public async Task IdOfAnotherTextIsRefused()
    {
        var ada = await JoinAsync("Ada");
        var id = Guid.NewGuid().ToString("N");
        await ada.SayAsync("Once", id);

        Assert.Equal(ErrorCodes.MessageIdReused, await Guest.RefusalAsync(() => ada.SayAsync("Twice", id)));
    }

    [Fact]
    public async Task TwoPersonsMayUseTheSameId()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        var id = Guid.NewGuid().ToString("N");

        var first = await ada.SayAsync("Mine", id);
        var second = await bob.SayAsync("Mine", id);

        Assert.Equal(first.Sequence + 1, second.Sequence);
    }

    [Fact]
    public async Task EverybodySeesTheSameOrderWithoutGaps()
    {
        Guest[] guests = [await JoinAsync("Ada"), await JoinAsync("Bob"), await JoinAsync("Cy"), await JoinAsync("Di")];

        await Task.WhenAll(guests.Select(async guest =>
        {
            for (var i = 0; i < 10; i++)
            {
                await guest.SayAsync($"{guest.Id} {i}");
            }
        }));

        var heard = await Task.WhenAll(guests.Select(guest => guest.ReadChatAsync(41)));
        Assert.All(heard, messages => Assert.Equal(heard[0], messages));
        Assert.Equal(Enumerable.Range(1, 41).Select(i => (long)i), heard[0].Select(m => m.Sequence));
    }

    [Fact]
    public async Task LateJoinerGetsWhatWasSaidBefore()
    {
        var ada = await JoinAsync("Ada");
        await ada.SayAsync("One");
        await ada.SayAsync("Two");

        var chat = (await JoinAsync("Bob")).Seat.Chat;

        Assert.Equal([null, "One", "Two"], chat.Messages.Select(m => m.Text));
        Assert.False(chat.HasEarlier || chat.HasLater);
    }

    [Fact]
    public async Task WhoReturnsGetsWhatWasMissedAndNothingElse()
    {
        var browser = await VisitAsync();
        var ada = await JoinAsync("Ada", visitor: browser);
        var bob = await JoinAsync("Bob");
        var last = await bob.SayAsync("One");
        await ada.DisposeAsync();
        await bob.SayAsync("Two");

        var seat = (await JoinAsync("Ada", request => request with { ResumeToken = ada.Seat.ResumeToken, LastSequence = last.Sequence }, browser)).Seat;

        Assert.Equal("Two", Assert.Single(seat.Chat.Messages).Text);
        Assert.True(seat.Chat.HasEarlier);
    }

    [Fact]
    public async Task OtherRoomsHearNothing()
    {
        var ada = await JoinAsync("Ada");
        var elsewhere = await OpenRoomAsync();
        var eve = await JoinAsync("Eve", request => request with { Code = elsewhere });

        await ada.SayAsync("Secret");
        var mine = await eve.SayAsync("Mine");

        Assert.Equal([null, "Mine"], (await eve.ReadChatAsync(mine.Sequence)).Select(m => m.Text));
    }

    [Fact]
    public async Task MessageThatTheDiskRefusedIsNotStored()
    {
        await using var own = ConferenceServer.Start(options => options.ConfigureServices = services =>
            services.Replace(ServiceDescriptor.Singleton<IChatLog, FullDisk>()));
        var code = (await own.Get<Conference.Core.Rooms.IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None)).Code.ToString();
        using var visitor = await own.VisitAsync();
        await using var ada = await Guest.ConnectAsync(visitor);
        await ada.JoinAsync(Guest.Request(code));

        Assert.Equal(ErrorCodes.NotStored, await Guest.RefusalAsync(() => ada.SayAsync("Lost")));
        await ada.CallAsync(nameof(IConferenceServer.RaiseHand));
    }

    private sealed class FullDisk : IChatLog
    {
        public Task<AppendResult> AppendAsync(ChatAppend append) => Task.FromResult(new AppendResult(AppendStatus.Failed));
    }
}
