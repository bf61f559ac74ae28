namespace Conference.Load.Rows;

/// <summary>How well so many people see and hear each other, beside the same pages when they send everybody everything.</summary>
internal sealed class MeshRow(int people, double leastFrames, double mostConcealed, string baseline) : BrowserRow
{
    public override string Name => $"mesh-{people}";

    protected override Figure Judge(IReadOnlyDictionary<string, double> numbers)
    {
        var (frames, freezes, concealed) = (numbers["framesPerSecond"], numbers["freezes"], numbers["concealed"]);
        return new Figure(
            Name,
            $"{people} people, worst pair: frames a second received, freezes; sound made up",
            FormattableString.Invariant($"{frames:0.0}, {freezes:0}; {concealed:0.0 %}"),
            FormattableString.Invariant($"at least {leastFrames}, 0; under {mostConcealed:0 %}"),
            FormattableString.Invariant($"all sent to all {numbers["plain framesPerSecond"]:0.0}, {numbers["plain freezes"]:0}; {numbers["plain concealed"]:0.0 %}; {baseline} (quoted)"),
            frames >= leastFrames && freezes == 0 && concealed < mostConcealed,
            numbers);
    }
}
