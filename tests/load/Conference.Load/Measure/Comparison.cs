namespace Conference.Load.Measure;

/// <summary>
/// The same load measured with and without a strain, by turns and in pairs whose order alternates: what drifts over the minutes falls on both.
/// Medians over the turns are compared.
/// </summary>
internal sealed class Comparison
{
    private const double UnchangedShare = 0.1;
    private static readonly TimeSpan UnchangedSpan = TimeSpan.FromMilliseconds(0.2);
    private readonly List<Histogram> _calm = [];
    private readonly List<Histogram> _strained = [];

    /// <summary>The order of the turns, true for one with the strain: calm, strained, strained, calm and so on.</summary>
    public static IEnumerable<bool> Turns(int rounds) =>
        Enumerable.Range(0, rounds).SelectMany(round => round % 2 == 0 ? [false, true] : new[] { true, false });

    public void Add(bool isStrained, Histogram histogram) => (isStrained ? _strained : _calm).Add(histogram);

    public TimeSpan Calm(double share) => Median(_calm, share);

    public TimeSpan Strained(double share) => Median(_strained, share);

    /// <summary>How many times as large the percentile is under the strain.</summary>
    public double Ratio(double share) => Strained(share) / Calm(share);

    /// <summary>
    /// Whether the percentile grew by no more than turns of the same kind differ from each other: a tenth, or the fifth of a millisecond in which one
    /// wake-up of a thread more or less lies.
    /// </summary>
    public bool IsUnchanged(double share)
    {
        var calm = Calm(share);
        return Strained(share) - calm <= (calm * UnchangedShare > UnchangedSpan ? calm * UnchangedShare : UnchangedSpan);
    }

    private static TimeSpan Median(List<Histogram> histograms, double share) =>
        histograms.Select(histogram => histogram.Percentile(share)).Order().ElementAt(histograms.Count / 2);
}
