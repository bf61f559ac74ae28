using System.Diagnostics;

namespace Conference.Load.Rows;

/// <summary>What everyday load costs: the server's share of its one core, all three servers by turns.</summary>
internal sealed class ChatCpuRow : IRow
{
    private const int Rooms = 25;
    private const int PeoplePerRoom = 8;
    private const double Rate = 2000;
    private const double Bound = 1.5;

    public string Name => "chat-cpu";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        await using var stages = await Stages
            .OpenAsync(bench, Rooms, PeoplePerRoom, Rate, TimeSpan.FromSeconds(bench.Quick ? 6 : 12)).ConfigureAwait(false);
        return [Compare(bench, MeasureByTurns(stages.All, bench.Quick))];
    }

    private static Dictionary<string, double> MeasureByTurns(IReadOnlyList<Stage> stages, bool quick)
    {
        var (rounds, duration) = quick ? (1, TimeSpan.FromSeconds(4)) : (3, TimeSpan.FromSeconds(6));
        var shares = stages.ToDictionary(s => s.Kind.Name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var stage in stages)
            {
                shares[stage.Kind.Name].Add(Share(stage, duration));
            }
        }

        return shares.ToDictionary(s => s.Key, s => s.Value.Order().ElementAt(rounds / 2));
    }

    private static double Share(Stage stage, TimeSpan duration)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), stage.Server.Cpu);
        var run = stage.Crowd.Load(Rate, duration);
        var elapsed = Stopwatch.GetElapsedTime(start);
        stage.Settle();
        var share = (stage.Server.Cpu - before) / elapsed;
        Bench.Say(FormattableString.Invariant($"{stage.Kind.Name}: {share:0.0%} of a core, p50 {run.Deliveries.Percentile(0.5).TotalMilliseconds:0.00} ms, {run.Faults}"));
        return run.IsComplete ? share : throw new InvalidDataException($"{stage.Kind.Name} lost messages: {run.Faults}.");
    }

    private Figure Compare(Bench bench, Dictionary<string, double> shares)
    {
        var ratio = shares[bench.Product.Name] / shares["Socket.IO"];
        return new Figure(
            Name,
            "Server CPU at 2,000 messages a second, 25 rooms x 8",
            FormattableString.Invariant($"{shares[bench.Product.Name]:0%} of a core, {ratio:0.00} x"),
            "at most 1.5 x Socket.IO",
            string.Join(", ", bench.Baselines.Select(b => FormattableString.Invariant($"{b.Name} {shares[b.Name]:0%}"))),
            ratio <= Bound,
            shares);
    }
}
