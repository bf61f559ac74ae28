using System.Diagnostics;
using Conference.Load.Servers;

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
        var stages = new List<Stage>();
        try
        {
            foreach (var kind in (IServerKind[])[bench.Product, .. bench.Baselines])
            {
                stages.Add(await bench.OpenStageAsync(kind, Rooms, PeoplePerRoom).ConfigureAwait(false));
                stages[^1].Crowd.Load(Rate, TimeSpan.FromSeconds(bench.Quick ? 6 : 12));
            }

            return [Compare(bench, MeasureByTurns(stages, bench.Quick))];
        }
        finally
        {
            foreach (var stage in stages)
            {
                await stage.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static Dictionary<string, double> MeasureByTurns(List<Stage> stages, bool quick)
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
        var share = (stage.Server.Cpu - before) / Stopwatch.GetElapsedTime(start);
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
