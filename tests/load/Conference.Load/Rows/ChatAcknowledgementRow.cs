namespace Conference.Load.Rows;

/// <summary>How long a sender waits until its message is on disk.</summary>
internal sealed class ChatAcknowledgementRow : IRow
{
    private const int Rooms = 50;
    private const int PeoplePerRoom = 8;
    private const double Rate = 200;

    public string Name => "chat-ack";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        await using var stage = await bench.OpenStageAsync(bench.Product, Rooms, PeoplePerRoom).ConfigureAwait(false);
        stage.Crowd.Load(Rate, TimeSpan.FromSeconds(bench.Quick ? 2 : 5));
        var run = stage.Crowd.Load(Rate, TimeSpan.FromSeconds(bench.Quick ? 5 : 15));
        var (p50, p99) = (run.Acknowledgements.Percentile(0.5).TotalMilliseconds, run.Acknowledgements.Percentile(0.99).TotalMilliseconds);
        var sync = bench.Floor.DiskSync.Percentile(0.99).TotalMilliseconds;
        var bound = (3 * sync) + 10;
        return
        [
            new Figure(
                Name,
                "Chat acknowledgement, 200 messages a second in 50 rooms",
                FormattableString.Invariant($"p99 {p99:0.0} ms, p50 {p50:0.0} ms"),
                FormattableString.Invariant($"at most {bound:0.0} ms (3 x disk sync p99 + 10)"),
                FormattableString.Invariant($"disk sync p99 {sync:0.0} ms"),
                run.IsComplete && p99 <= bound,
                new Dictionary<string, double> { ["p50"] = p50, ["p99"] = p99, ["bound"] = bound }),
        ];
    }
}
