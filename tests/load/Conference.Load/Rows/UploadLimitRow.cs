namespace Conference.Load.Rows;

/// <summary>What six people send who all limited their upload, one of them pinned by another.</summary>
internal sealed class UploadLimitRow : BrowserRow
{
    private const double MostBits = 1_500_000;
    private const double LeastRatio = 3;
    private const double MostConcealed = 0.01;

    public override string Name => "upload-limit";

    protected override Figure Judge(IReadOnlyDictionary<string, double> numbers)
    {
        var ratio = numbers["largest"] / numbers["second"];
        return new Figure(
            Name,
            FormattableString.Invariant(
                $"6 people, upload limit 1.5 Mbit/s: most that one sent over {numbers["seconds"]:0} s; largest to second largest picture of who is pinned; sound made up"),
            FormattableString.Invariant($"{numbers["most"] / 1e6:0.00} Mbit/s; {ratio:0.0} x; {numbers["concealed"]:0.0 %}"),
            "at most 1.5 Mbit/s; at least 3 x; under 1 %",
            "none can (quoted)",
            numbers["most"] <= MostBits && ratio >= LeastRatio && numbers["concealed"] < MostConcealed,
            numbers);
    }
}
