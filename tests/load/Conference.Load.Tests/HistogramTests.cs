using Conference.Load.Measure;

namespace Conference.Load.Tests;

public sealed class HistogramTests
{
    [Theory]
    [InlineData(0.5, 5_000)]
    [InlineData(0.99, 9_900)]
    [InlineData(1, 10_000)]
    public void PercentilesAreRightToTwoPercent(double share, double expectedMilliseconds)
    {
        var histogram = new Histogram();
        for (var i = 1; i <= 10_000; i++)
        {
            histogram.Record(TimeSpan.FromMilliseconds(i));
        }

        Assert.InRange(histogram.Percentile(share).TotalMilliseconds, expectedMilliseconds, expectedMilliseconds * 1.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1_000_003)]
    [InlineData(long.MaxValue)]
    public void AValueLandsInABucketThatEndsNoLowerThanIt(long ticks)
    {
        var histogram = new Histogram();
        histogram.Record(TimeSpan.FromTicks(ticks));

        Assert.Equal(ticks, histogram.Percentile(0.5).Ticks);
    }

    [Fact]
    public void OneStallAmongManyShowsInTheMaximumOnly()
    {
        var histogram = new Histogram();
        for (var i = 0; i < 999; i++)
        {
            histogram.Record(TimeSpan.FromMilliseconds(1));
        }

        histogram.Record(TimeSpan.FromSeconds(3));

        Assert.InRange(histogram.Percentile(0.99).TotalMilliseconds, 1, 1.02);
        Assert.Equal(TimeSpan.FromSeconds(3), histogram.Max);
    }
}
