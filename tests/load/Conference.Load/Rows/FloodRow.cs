using Conference.Load.Clients;
using Conference.Load.Measure;
using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>
/// What other rooms notice of somebody who sends as fast as they can, and how soon the server ends that. The limits on what one connection sends
/// are those of a release.
/// </summary>
internal sealed class FloodRow : IRow
{
    private const int Rooms = 50;
    private const int PeoplePerRoom = 8;
    private const int Flooders = 4;
    private const double Rate = 400;
    private const double MostGrowth = 2;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestFlood = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CutTimeout = TimeSpan.FromSeconds(15);

    public string Name => "flood";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        var product = new ConferenceServer(bench.Workspace, keepsCallLimits: true);
        await using var stage = await bench.OpenStageAsync(product, Rooms, PeoplePerRoom).ConfigureAwait(false);
        stage.Crowd.Load(Rate, TimeSpan.FromSeconds(bench.Quick ? 4 : 8));
        stage.Settle();
        var figures = new List<Figure>();
        foreach (var kind in FloodKind.All)
        {
            figures.Add(await MeasureAsync(bench, stage, kind).ConfigureAwait(false));
        }

        return figures;
    }

    private async Task<Figure> MeasureAsync(Bench bench, Stage stage, FloodKind kind)
    {
        var comparison = new Comparison();
        var cuts = new List<TimeSpan>();
        foreach (var isFlooded in Comparison.Turns(bench.Quick ? 1 : 3))
        {
            comparison.Add(isFlooded, await MeasureTurnAsync(bench, stage, isFlooded ? kind : null, cuts).ConfigureAwait(false));
        }

        return ToFigure(kind, comparison, cuts.Max());
    }

    /// <summary>Some sit down in a room of their own, and flood or do not. Only what the other rooms get counts.</summary>
    private static async Task<Histogram> MeasureTurnAsync(Bench bench, Stage stage, FloodKind? kind, List<TimeSpan> cuts)
    {
        var people = (await stage.Kind.MakeClientsAsync(bench.Poller, stage.Server.Address, 1, PeoplePerRoom).ConfigureAwait(false))
            .Cast<ConferenceClient>().ToList();
        using var crowd = new Crowd(bench.Poller, people) { MayBeCut = kind is not null };
        crowd.Open(stage.Server.Address);
        stage.Settle();
        using var flood = kind is null ? null : new Flood(bench.Poller, people[..Flooders], flooder => kind.Pour(flooder, people[^1]));
        var run = stage.Crowd.Load(Rate, Turn);
        crowd.WaitUntil(() => flood?.IsOver ?? true, CutTimeout, "a flood was not cut");
        cuts.AddRange(flood?.Cuts ?? []);
        Say(run, flood, kind);
        stage.Settle();
        return run.IsComplete ? run.Deliveries : throw new InvalidDataException($"Other rooms lost messages: {run.Faults}.");
    }

    private static void Say(ChatRun run, Flood? flood, FloodKind? kind)
    {
        var (p50, p99) = (run.Deliveries.Percentile(0.5).TotalMilliseconds, run.Deliveries.Percentile(0.99).TotalMilliseconds);
        var cuts = string.Join(", ", (flood?.Cuts ?? []).Select(cut => FormattableString.Invariant($"{cut.TotalSeconds:0.00} s")));
        Bench.Say(FormattableString.Invariant($"{kind?.Name ?? "quiet"}: p50 {p50:0.00} ms, p99 {p99:0.00} ms, {run.Faults}; cut after {cuts}"));
    }

    private Figure ToFigure(FloodKind kind, Comparison comparison, TimeSpan longest)
    {
        var (p50, p99) = (comparison.Strained(0.5).TotalMilliseconds, comparison.Strained(0.99).TotalMilliseconds);
        var (quietP50, quietP99) = (comparison.Calm(0.5).TotalMilliseconds, comparison.Calm(0.99).TotalMilliseconds);
        var ratio = comparison.Ratio(0.99);
        return new Figure(
            Name,
            $"One participant floods with {kind.Name}: cut after; deliveries in 50 other rooms",
            FormattableString.Invariant($"{longest.TotalSeconds:0.0} s; p99 {p99:0.0} ms, {ratio:0.00} x, p50 {p50:0.00} ms"),
            "at most 2 s; p99 2 x, p50 as without (+ 10 % or 0.2 ms)",
            FormattableString.Invariant($"without p99 {quietP99:0.0} ms, p50 {quietP50:0.00} ms"),
            longest <= LongestFlood && ratio <= MostGrowth && comparison.IsUnchanged(0.5),
            new Dictionary<string, double>
            {
                ["cutSeconds"] = longest.TotalSeconds,
                ["p50"] = p50,
                ["p99"] = p99,
                ["quietP50"] = quietP50,
                ["quietP99"] = quietP99,
            });
    }
}
