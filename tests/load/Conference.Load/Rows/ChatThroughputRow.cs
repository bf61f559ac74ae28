using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>The highest steady rate at which every message reaches everybody and 99 of 100 do within the limit.</summary>
internal sealed class ChatThroughputRow : IRow
{
    private const int Rooms = 25;
    private const int PeoplePerRoom = 8;
    private const double FirstRate = 8000;
    private const double WarmUpRate = 4000;
    private const double Growth = 1.25;
    private const double HighestRate = 80_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    public string Name => "chat-throughput";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        var rates = new Dictionary<string, double>();
        foreach (var kind in (IServerKind[])[bench.Product, .. bench.Baselines])
        {
            rates[kind.Name] = await HighestHeldRateAsync(bench, kind).ConfigureAwait(false);
        }

        var (own, socketIo) = (rates[bench.Product.Name], rates["Socket.IO"]);
        return
        [
            new Figure(
                Name,
                "Durable chat, 25 rooms x 8: messages a second with p99 under 50 ms",
                $"{own:#,0}/s",
                "above Socket.IO",
                string.Join(", ", bench.Baselines.Select(b => $"{b.Name} {rates[b.Name]:#,0}/s")),
                own > socketIo,
                rates),
        ];
    }

    private static async Task<double> HighestHeldRateAsync(Bench bench, IServerKind kind)
    {
        await using var stage = await bench.OpenStageAsync(kind, Rooms, PeoplePerRoom).ConfigureAwait(false);
        var duration = TimeSpan.FromSeconds(bench.Quick ? 2 : 3);
        stage.Crowd.Load(WarmUpRate, duration * 3);
        return Climb(rate => Holds(stage, rate, duration) || Holds(stage, rate, duration));
    }

    /// <summary>Goes up in steps until one fails, then halves the last step.</summary>
    private static double Climb(Func<double, bool> holds)
    {
        var (held, failed) = (0.0, HighestRate);
        for (var rate = FirstRate; rate < HighestRate; rate *= Growth)
        {
            if (!holds(rate))
            {
                failed = rate;
                break;
            }

            held = rate;
        }

        var between = (held + failed) / 2;
        return Math.Floor((holds(between) ? between : held) / 100) * 100;
    }

    private static bool Holds(Stage stage, double rate, TimeSpan duration)
    {
        var run = stage.Crowd.Load(rate, duration);
        var p99 = run.Deliveries.Percentile(0.99);
        var acknowledged = run.Acknowledgements.Percentile(0.99);
        Bench.Say(FormattableString.Invariant($"{stage.Kind.Name} {rate:0}/s: p99 {p99.TotalMilliseconds:0.0} ms, acknowledged {acknowledged.TotalMilliseconds:0.0} ms, {run.Faults}"));
        stage.Crowd.Idle(TimeSpan.FromMilliseconds(300));
        return run.IsComplete && p99 < Limit && acknowledged < Limit;
    }
}
