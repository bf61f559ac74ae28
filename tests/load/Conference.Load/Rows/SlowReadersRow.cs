using Conference.Load.Clients;
using Conference.Load.Measure;
using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>What the others notice when one in ten of 500 participants stops reading: their deliveries beside turns in which everybody reads.</summary>
internal sealed class SlowReadersRow : IRow
{
    private const int Rooms = 50;
    private const int PeoplePerRoom = 10;
    private const double Rate = 400;
    private const double Bound = 1.1;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan CutTimeout = TimeSpan.FromSeconds(15);

    // With it texts are almost as long as they may be and have three bytes for each letter, so that all buffers on the way to who does not read
    // are full within a turn.
    private static readonly string Padding = new('…', 3900);

    public string Name => "slow-readers";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        var product = new ConferenceServer(bench.Workspace, Padding);
        await using var stage = await bench.OpenStageAsync(product, Rooms, PeoplePerRoom, spare: Rooms).ConfigureAwait(false);
        stage.Crowd.Load(Rate, TimeSpan.FromSeconds(bench.Quick ? 6 : 12));
        stage.Settle();
        var comparison = new Comparison();
        foreach (var isStalled in Comparison.Turns(bench.Quick ? 1 : 3))
        {
            comparison.Add(isStalled, MeasureTurn(bench, stage, isStalled).Deliveries);
        }

        return [ToFigure(comparison)];
    }

    /// <summary>A tenth person sits down in each room, and reads or does not. Only what reaches the other nine counts.</summary>
    private static ChatRun MeasureTurn(Bench bench, Stage stage, bool isStalled)
    {
        using var tenth = SeatTenth(bench, stage);
        stage.Settle();
        if (isStalled)
        {
            tenth.FallAsleep();
        }

        var run = stage.Crowd.Load(Rate, Turn);
        Say(run, tenth, isStalled);
        if (isStalled)
        {
            // That they did not read is certain only when the server gave each of them up.
            tenth.WaitUntil(() => tenth.CutCount == Rooms, CutTimeout, "not all who do not read were dropped");
        }

        stage.Settle();
        return run.IsComplete ? run : throw new InvalidDataException($"Those who read lost messages: {run.Faults}.");
    }

    private static Crowd SeatTenth(Bench bench, Stage stage)
    {
        var clients = stage.Spare.Cast<ConferenceClient>().Select(client => client.Again()).ToList();
        clients.ForEach(client => client.ComeFromAfar());
        var crowd = new Crowd(bench.Poller, clients);
        crowd.Open(stage.Server.Address);
        return crowd;
    }

    private static void Say(ChatRun run, Crowd tenth, bool isStalled)
    {
        var (p50, p99) = (run.Deliveries.Percentile(0.5).TotalMilliseconds, run.Deliveries.Percentile(0.99).TotalMilliseconds);
        var turn = isStalled ? "stalled" : "quiet";
        Bench.Say(FormattableString.Invariant($"{turn}: p50 {p50:0.00} ms, p99 {p99:0.00} ms, {run.Faults}, {tenth.CutCount} dropped so far"));
    }

    private Figure ToFigure(Comparison comparison)
    {
        var (calm, strained) = (comparison.Calm(0.99).TotalMilliseconds, comparison.Strained(0.99).TotalMilliseconds);
        var ratio = comparison.Ratio(0.99);
        return new Figure(
            Name,
            "50 of 500 participants stop reading: p99 of deliveries to the others",
            FormattableString.Invariant($"{strained:0.0} ms, {ratio:0.00} x"),
            "at most 1.10 x as with everybody reading",
            FormattableString.Invariant($"everybody reading {calm:0.0} ms"),
            ratio <= Bound,
            new Dictionary<string, double> { ["quietP99"] = calm, ["stalledP99"] = strained, ["ratio"] = ratio });
    }
}
