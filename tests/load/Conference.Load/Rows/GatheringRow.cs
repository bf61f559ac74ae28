namespace Conference.Load.Rows;

/// <summary>How long until everybody is connected with everybody when all come at once, without cameras.</summary>
internal sealed class GatheringRow : BrowserRow
{
    private const double MostMilliseconds = 3_000;

    public override string Name => "gathering";

    protected override Figure Judge(IReadOnlyDictionary<string, double> numbers) => new(
        Name,
        "8 people, 28 pairs, no camera: connected after the last join",
        FormattableString.Invariant($"p95 {numbers["p95"]:0} ms, worst {numbers["worst"]:0} ms"),
        FormattableString.Invariant($"at most {MostMilliseconds:#,0} ms"),
        "-",
        numbers["p95"] <= MostMilliseconds,
        numbers);
}
