namespace Conference.Load.Rows;

/// <summary>How long until somebody's moving picture is on the other's screen.</summary>
internal sealed class PictureRow(string name, string title, double mostMilliseconds, string baseline) : BrowserRow
{
    public override string Name => name;

    protected override Figure Judge(IReadOnlyDictionary<string, double> numbers) => new(
        Name,
        title,
        FormattableString.Invariant($"median {numbers["median"]:0} ms, worst {numbers["worst"]:0} ms"),
        FormattableString.Invariant($"at most {mostMilliseconds:#,0} ms"),
        $"{baseline} (quoted)",
        numbers["median"] <= mostMilliseconds,
        numbers);
}
