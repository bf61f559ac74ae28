using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

public sealed class SlowReaderTests
{
    private const int Talkers = 4;
    private const int Count = 3000;
    private const int Burst = 25;

    [Fact]
    public async Task PageThatReadsNothingHoldsNobodyUp()
    {
        await using var server = ConferenceServer.Start(options =>
        {
            options.Settings["Limits:ChatRate"] = "1000000";
            options.Settings["Limits:ChatBurst"] = "1000000";
        });
        var room = await server.Get<IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        var code = room.Code.ToString();
        using var visitor = await server.VisitAsync();
        await using var ada = await Guest.ConnectAsync(visitor);
        await using var bob = await Guest.ConnectAsync(visitor);
        await ada.JoinAsync(Guest.Request(code));
        await bob.JoinAsync(Guest.Request(code));
        using var sleeper = await RawConnection.ConnectAsync(visitor);
        await sleeper.SendAsync($$"""
            {"type":1,"target":"JoinRoom","arguments":[{"code":"{{code}}","name":"Sleeper","instanceId":"raw","chatOnly":true,"media":{"microphone":"none","camera":"none"} }]}
            """);
        await ada.SkipToAsync<ParticipantJoinedEvent>();
        await ada.SkipToAsync<ParticipantJoinedEvent>();

        // Far more than the buffers between the server and a reader that does not read.
        var text = new string('a', 4000);
        var stored = await Task.WhenAll(Enumerable.Range(0, Talkers).Select(_ => TalkAsync(visitor, code, text)));

        Assert.Equal(Count, (await bob.ReadChatAsync(stored.Max())).Count(message => message.Text == text));
    }

    /// <returns>The last place of what was said.</returns>
    private static async Task<long> TalkAsync(ConferenceVisitor visitor, string code, string text)
    {
        await using var talker = await Guest.ConnectAsync(visitor);
        await talker.JoinAsync(Guest.Request(code) with { ChatOnly = true });
        // A few at a time: each answer has its own patience, so that only a server that stands still fails here, not a slow one.
        var last = 0L;
        foreach (var burst in Enumerable.Range(0, Count / Talkers).Chunk(Burst))
        {
            var stored = await Task.WhenAll(burst.Select(_ => talker.SayAsync(text)));
            last = stored.Max(result => result.Sequence);
        }

        return last;
    }
}
