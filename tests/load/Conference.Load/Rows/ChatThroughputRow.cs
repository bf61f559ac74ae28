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
    private const int Tries = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    public string Name => "chat-throughput";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        var rates = await HighestHeldRatesAsync(bench, TimeSpan.FromSeconds(bench.Quick ? 2 : 3)).ConfigureAwait(false);
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

    private static async Task<Dictionary<string, double>> HighestHeldRatesAsync(Bench bench, TimeSpan duration)
    {
        await using var stages = await Stages.OpenAsync(bench, Rooms, PeoplePerRoom, WarmUpRate, duration * 3).ConfigureAwait(false);
        var climbs = stages.All.Select(stage => (Stage: stage, Climb: new Climb(FirstRate, Growth, HighestRate, Tries))).ToList();
        while (climbs.Exists(one => !one.Climb.IsDone))
        {
            foreach (var (stage, climb) in climbs.Where(one => !one.Climb.IsDone))
            {
                climb.Tell(Holds(stage, climb.Rate, duration));
            }
        }

        return climbs.ToDictionary(one => one.Stage.Kind.Name, one => Math.Floor(one.Climb.Held / 100) * 100);
    }

    private static bool Holds(Stage stage, double rate, TimeSpan duration)
    {
        var run = stage.Crowd.Load(rate, duration);
        var p99 = run.Deliveries.Percentile(0.99);
        var acknowledged = run.Acknowledgements.Percentile(0.99);
        Bench.Say(FormattableString.Invariant($"{stage.Kind.Name} {rate:0}/s: p99 {p99.TotalMilliseconds:0.0} ms, acknowledged {acknowledged.TotalMilliseconds:0.0} ms, {run.Faults}"));
        stage.Settle();
        return run.IsComplete && p99 < Limit && acknowledged < Limit;
    }
}
