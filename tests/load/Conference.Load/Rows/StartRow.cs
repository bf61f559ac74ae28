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
        var (seconds, megabytes) = await MeasureAsync(bench.Product, bench.Quick ? 3 : 7).ConfigureAwait(false);
        var (relaySeconds, relayMegabytes) = await MeasureAsync(bench.Baselines[^1], 3).ConfigureAwait(false);
        return
        [
            new Figure(
                Name,
                "Process start to first page (median), Release with ReadyToRun",
                FormattableString.Invariant($"{seconds:0.00} s, {megabytes:0} MB"),
                "at most 0.8 s, 120 MB",
                FormattableString.Invariant($"bare SignalR {relaySeconds:0.00} s, {relayMegabytes:0} MB; MiroTalk 1.4 s, 192 MB (quoted)"),
                seconds <= LongestSeconds && megabytes <= LargestMegabytes,
                new Dictionary<string, double> { ["seconds"] = seconds, ["megabytes"] = megabytes }),
        ];
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(IServerKind kind, int times)
    {
        var starts = new List<(double Seconds, double Megabytes)>();
        for (var i = 0; i < times; i++)
        {
            await using var server = await ServerProcess.StartAsync(kind.Command(), Processors.Server).ConfigureAwait(false);
            starts.Add((server.StartTime.TotalSeconds, server.Memory / 1024.0));
            Bench.Say(FormattableString.Invariant($"{kind.Name}: {starts[^1].Seconds:0.00} s, {starts[^1].Megabytes:0} MB"));
        }

        return (Median(starts.Select(s => s.Seconds)), Median(starts.Select(s => s.Megabytes)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
