namespace Conference.Load.Rows;

/// <summary>What blurring the background costs the machine of who uses it.</summary>
internal sealed class BlurRow : BrowserRow
{
    public override string Name => "blur";

    protected override Figure Judge(IReadOnlyDictionary<string, double> numbers) => new(
        Name,
        "Blur on: CPU it adds per frame at 640 x 360",
        FormattableString.Invariant($"{numbers["added"]:0.0} ms at {numbers["framesPerSecond"]:0} frames a second"),
        "reported",
        FormattableString.Invariant($"pure segmentation {numbers["segmenting"]:0.0} ms"),
        IsMet: true,
        numbers);
}
