using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>From the start of the process to the first page, and the memory then.</summary>
internal sealed class StartRow : IRow
{
    private const double LongestSeconds = 0.8;
    private const double LargestMegabytes = 120;

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        var own = await MeasureAsync(bench.Product, bench.Quick ? 4 : 8).ConfigureAwait(false);
        var relay = await MeasureAsync(bench.Baselines[^1], 3).ConfigureAwait(false);
        return
        [
            new Figure(
                Name,
                "Process start to first page, Release with ReadyToRun; memory then",
                FormattableString.Invariant($"{own.Again.Seconds:0.00} s, {own.Again.Megabytes:0} MB ({own.First.Seconds:0.00} s, {own.First.Megabytes:0} MB when it makes its database)"),
                "at most 0.8 s, 120 MB",
                FormattableString.Invariant($"bare SignalR {relay.Again.Seconds:0.00} s, {relay.Again.Megabytes:0} MB; MiroTalk 1.4 s, 192 MB (quoted)"),
                Holds(own.First) && Holds(own.Again),
                new Dictionary<string, double>
                {
                    ["seconds"] = own.Again.Seconds,
                    ["megabytes"] = own.Again.Megabytes,
                    ["firstSeconds"] = own.First.Seconds,
                    ["firstMegabytes"] = own.First.Megabytes,
                }),
        ];
    }

    /// <summary>Starts it on an empty folder, then again and again on what it made there: medians of the latter.</summary>
    private static async Task<(Start First, Start Again)> MeasureAsync(IServerKind kind, int times)
    {
        var command = kind.Command();
        var starts = new List<Start>();
        for (var i = 0; i < times; i++)
        {
            await using var server = await ServerProcess.StartAsync(command, Processors.Server).ConfigureAwait(false);
            starts.Add(new Start(server.StartTime.TotalSeconds, server.Memory / 1024.0));
            Bench.Say(FormattableString.Invariant($"{kind.Name}: {starts[^1].Seconds:0.00} s, {starts[^1].Megabytes:0} MB"));
        }

        var again = starts.Skip(1).ToList();
        return (starts[0], new Start(Median(again.Select(s => s.Seconds)), Median(again.Select(s => s.Megabytes))));
    }

    private static bool Holds(Start start) => start.Seconds <= LongestSeconds && start.Megabytes <= LargestMegabytes;

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private readonly record struct Start(double Seconds, double Megabytes);
}
