using System.Diagnostics;
using System.Net.WebSockets;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>Who sends more than people do is cut, whatever it sends, and nobody else notices.</summary>
public sealed class FloodTests(HubServer server) : HubScene(server)
{
    private const string Pings = """{"type":6}""" + "\u001e";
    private const int Most = 690;
    private const int Samples = 150;
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(100);

    public static TheoryData<string, string> Floods => new()
    {
        { "calls", """{"type":1,"target":"NotifyTyping","arguments":[]}""" + "\u001e" },
        { "many calls in a frame", string.Concat(Enumerable.Repeat("""{"type":1,"target":"RaiseHand","arguments":[]}""" + "\u001e", 50)) },
        { "calls that are refused", """{"type":1,"target":"SendReaction","arguments":[{"reaction":"none"}]}""" + "\u001e" },
        { "calls of nothing", """{"type":1,"target":"Steal","arguments":[]}""" + "\u001e" },
        { "pings", Pings },
        { "cancellations", """{"type":5,"invocationId":"1"}""" + "\u001e" },
        { "large frames", $$"""{"type":1,"target":"SendMessage","arguments":[{"id":"1","text":"{{new string('a', 60_000)}}"}]}""" + "\u001e" },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task AFloodIsCutAndItsSeatIsHeld(string what, string bytes)
    {
        var bob = await JoinAsync("Bob");
        using var mallory = await Flooder.JoinAsync(await VisitAsync(), Code);
        var seat = (await bob.SkipToAsync<ParticipantJoinedEvent>()).Participant.Id;

        // The server's clock stands still: whatever is cut here is cut at once.
        var lastRecord = await mallory.FloodAsync(bytes);

        Assert.Contains("\"type\":7", lastRecord, StringComparison.Ordinal);
        Assert.Contains("too_fast: ", lastRecord, StringComparison.Ordinal);
        await SkipToLossAsync(bob, seat);
        await bob.SayAsync(what);
    }

    [Fact]
    public async Task WhoStaysWithinTheLimitsOfAllCallsIsNeverCut()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        var signal = new SendSignalRequest(bob.Id, "page1", new Signal(new string('a', 8000)));
        for (var i = 0; i < 400; i++)
        {
            await ada.CallAsync(nameof(IConferenceServer.SendSignal), signal);
        }

        for (var i = 0; i < 39; i++)
        {
            await ada.CallAsync(nameof(IConferenceServer.NotifyTyping));
        }

        for (var i = 0; i < 20; i++)
        {
            await ada.SayAsync($"{i}");
        }
    }

    [Fact]
    public async Task FramesComeBackWithTime()
    {
        using var raw = await RawConnection.ConnectAsync(await VisitAsync());
        for (var second = 0; second < 3; second++)
        {
            for (var i = 0; i < Most - 10; i++)
            {
                await raw.SendAsync("""{"type":6}""");
            }

            Assert.Equal("not_joined", await raw.CallAsync("RaiseHand", "[]"));
            Clock.Advance(TimeSpan.FromSeconds(4));
        }
    }

    [Fact]
    public async Task WhoFloodsAgainAndAgainIsNotLetInForAWhile()
    {
        var foe = await VisitAsync();
        for (var i = 0; i < 3; i++)
        {
            using var mallory = await Flooder.ConnectAsync(foe);
            await mallory.FloodAsync(Pings);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => Flooder.ConnectAsync(foe));
        using var other = await Flooder.ConnectAsync(await VisitAsync());
        Clock.Advance(TimeSpan.FromSeconds(30));
        using var again = await Flooder.ConnectAsync(foe);
    }

    [Fact]
    public async Task FloodsSlowNobodyDownAndLoseNothing()
    {
        await using var real = ConferenceServer.Start();
        using var visitor = await real.VisitAsync();
        var code = await visitor.CreateRoomAsync();
        await using var near = await Pair.JoinAsync(visitor, code);
        await using var far = await Pair.JoinAsync(visitor, await visitor.CreateRoomAsync());
        await near.MeasureAsync(10);
        var quiet = (Near: await near.MeasureAsync(Samples), Far: await far.MeasureAsync(Samples));

        var flooding = FloodAsync(real, code);
        var loud = (Near: await near.MeasureAsync(Samples), Far: await far.MeasureAsync(Samples));
        await flooding;

        Assert.InRange(loud.Near, TimeSpan.Zero, Max(quiet.Near * 2, Unnoticed));
        Assert.InRange(loud.Far, TimeSpan.Zero, Max(quiet.Far * 2, Unnoticed));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>One flood of each kind, one after the other.</summary>
    private static async Task FloodAsync(ConferenceServer server, string code)
    {
        foreach (var flood in Floods)
        {
            using var visitor = await server.VisitAsync();
            using var mallory = await Flooder.JoinAsync(visitor, code);
            await mallory.FloodAsync((string)flood[1]);
        }
    }

    private static async Task SkipToLossAsync(Guest witness, string participantId)
    {
        while (await witness.SkipToAsync<ParticipantUpdatedEvent>() is { Participant: var updated } && (updated.Id != participantId || updated.Connected))
        {
        }
    }

    /// <summary>Two who talk to each other in a room.</summary>
    private sealed class Pair(Guest from, Guest to) : IAsyncDisposable
    {
        private int _count;

        public static async Task<Pair> JoinAsync(ConferenceVisitor visitor, string code)
        {
            var (from, to) = (await Guest.ConnectAsync(visitor), await Guest.ConnectAsync(visitor));
            await from.JoinAsync(Guest.Request(code));
            await to.JoinAsync(Guest.Request(code));
            return new Pair(from, to);
        }

        /// <summary>Sends signals one after the other, each of which must arrive.</summary>
        /// <returns>How long all but the slowest hundredth took to arrive.</returns>
        public async Task<TimeSpan> MeasureAsync(int samples)
        {
            var delays = new List<TimeSpan>(samples);
            for (var i = 0; i < samples; i++)
            {
                var text = $"{_count++}";
                var start = Stopwatch.GetTimestamp();
                var sending = from.CallAsync(nameof(IConferenceServer.SendSignal), new SendSignalRequest(to.Id, "page1", new Signal(text)));
                var received = await to.SkipToAsync<SignalReceivedEvent>();
                delays.Add(Stopwatch.GetElapsedTime(start));
                Assert.Equal(text, received.Signal.Description);
                await sending;
            }

            return delays.Order().ElementAt(samples * 99 / 100 - 1);
        }

        public async ValueTask DisposeAsync()
        {
            await from.DisposeAsync();
            await to.DisposeAsync();
        }
    }
}
