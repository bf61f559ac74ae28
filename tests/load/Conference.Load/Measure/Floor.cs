namespace Conference.Load.Measure;

/// <summary>The calibration's results.</summary>
internal sealed record Floor(Histogram DiskSync, Histogram HubCall, Histogram Loopback)
{
    public override string ToString() =>
        $"floor of this machine: disk sync {Span(DiskSync)}, empty hub call {Span(HubCall)}, loopback {Span(Loopback)}";

    private static string Span(Histogram histogram) =>
        FormattableString.Invariant($"p50 {histogram.Percentile(0.5).TotalMilliseconds:0.00} p99 {histogram.Percentile(0.99).TotalMilliseconds:0.00} ms");
}
