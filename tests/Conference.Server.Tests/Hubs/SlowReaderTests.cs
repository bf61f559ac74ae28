using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR.Client;

namespace Conference.Server.Tests.Hubs;

public sealed class SlowReaderTests
{
    private const int Talkers = 4;
    private const int Count = 3000;
    private const int Burst = 25;
    private static readonly string Text = new('a', 4000);

    [Fact]
    public async Task PageThatReadsNothingHoldsNobodyUp()
    {
        await using var server = Start(outboxBytes: 100_000_000);
        using var visitor = await server.VisitAsync();
        var code = await visitor.CreateRoomAsync();
        await using var bob = await JoinAsync(visitor, code);
        await using var ada = await JoinAsync(visitor, code);
        using var sleeper = await FallAsleepAsync(visitor, code, ada);

        // Far more than the buffers between the server and a reader that does not read.
        var stored = await Task.WhenAll(Enumerable.Range(0, Talkers).Select(_ => TalkAsync(visitor, code, Count / Talkers)));

        Assert.Equal(Count, (await bob.ReadChatAsync(stored.Max())).Count(message => message.Text == Text));
    }

    [Fact]
    public async Task PagesThatReadNothingAreDroppedAndTheOthersMissNothing()
    {
        await using var server = Start(outboxBytes: 128 * 1024);
        using var visitor = await server.VisitAsync();
        var code = await visitor.CreateRoomAsync();
        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => JoinAsync(visitor, code)));
        await using var witness = await JoinAsync(visitor, code);
        var sleepers = new List<IDisposable>();
        for (var i = 0; i < 5; i++)
        {
            sleepers.Add(await FallAsleepAsync(visitor, code, witness));
        }

        var losing = SkipToLossesAsync(witness, sleepers.Count);
        for (var said = Burst; !losing.IsCompleted; said += Burst)
        {
            // Who reads has read all before more is said, however slow the machine is.
            var last = await TalkAsync(visitor, code, Burst);
            var chats = await Task.WhenAll(readers.Select(reader => reader.ReadChatAsync(last)));
            Assert.All(chats, chat => Assert.Equal(said, chat.Count(message => message.Text == Text)));
            Assert.InRange(said, Burst, Count);
        }

        await losing;
        Assert.All(readers, reader => Assert.Equal(HubConnectionState.Connected, reader.Hub.State));
        sleepers.ForEach(sleeper => sleeper.Dispose());
        await Task.WhenAll(readers.Select(reader => reader.DisposeAsync().AsTask()));
    }

    private static ConferenceServer Start(int outboxBytes) => ConferenceServer.Start(options =>
    {
        options.Settings["Limits:ChatRate"] = "1000000";
        options.Settings["Limits:ChatBurst"] = "1000000";
        options.Settings["Limits:VisitorJoinBurst"] = "1000000";
        options.Settings["Limits:OutboxBytes"] = $"{outboxBytes}";
        options.Settings["Limits:OutboxMessages"] = "1000000";
        options.Settings["Limits:VisitorShare"] = "1000";
        options.Settings["Limits:VisitorTextBurst"] = "1000000000";
        options.Settings["Limits:RoomTextBurst"] = "1000000000";
    });

    private static async Task<Guest> JoinAsync(ConferenceVisitor visitor, string code)
    {
        var guest = await Guest.ConnectAsync(visitor);
        await guest.JoinAsync(Guest.Request(code) with { ChatOnly = true });
        return guest;
    }

    /// <summary>A page that joins, and reads nothing from then on.</summary>
    private static async Task<RawConnection> FallAsleepAsync(ConferenceVisitor visitor, string code, Guest witness)
    {
        var sleeper = await RawConnection.ConnectAsync(visitor);
        await sleeper.SendAsync($$"""
            {"type":1,"target":"JoinRoom","arguments":[{"code":"{{code}}","name":"Sleeper","instanceId":"raw","chatOnly":true,"media":{"microphone":"none","camera":"none"} }]}
            """);
        while ((await witness.SkipToAsync<ParticipantJoinedEvent>()).Participant.Name != "Sleeper")
        {
        }

        return sleeper;
    }

    private static async Task SkipToLossesAsync(Guest witness, int count)
    {
        var lost = new HashSet<string>();
        while (lost.Count < count)
        {
            var updated = (await witness.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
            if (updated is { Connected: false, Name: "Sleeper" })
            {
                lost.Add(updated.Id);
            }
        }
    }

    /// <returns>The last place of what was said.</returns>
    private static async Task<long> TalkAsync(ConferenceVisitor visitor, string code, int count)
    {
        await using var talker = await JoinAsync(visitor, code);
        // A few at a time: each answer has its own patience, so that only a server that stands still fails here, not a slow one.
        var last = 0L;
        foreach (var burst in Enumerable.Range(0, count).Chunk(Burst))
        {
            var stored = await Task.WhenAll(burst.Select(_ => talker.SayAsync(Text)));
            last = stored.Max(result => result.Sequence);
        }

        return last;
    }
}
