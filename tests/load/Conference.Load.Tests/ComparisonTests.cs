using Conference.Load.Measure;

namespace Conference.Load.Tests;

public sealed class ComparisonTests
{
    private readonly Comparison _comparison = new();

    [Fact]
    public void TurnsAlternateWhichComesFirst() => Assert.Equal([false, true, true, false, false, true], Comparison.Turns(3));

    [Fact]
    public void MediansOverTheTurnsAreCompared()
    {
        Add(isStrained: false, 10, 500, 11);
        Add(isStrained: true, 22, 1, 30);

        Assert.Equal(11, _comparison.Calm(0.99).TotalMilliseconds, 0.2);
        Assert.Equal(22, _comparison.Strained(0.99).TotalMilliseconds, 0.4);
        Assert.Equal(2, _comparison.Ratio(0.99), 0.05);
    }

    [Theory]
    [InlineData(10, 10.8, true)]
    [InlineData(10, 11.3, false)]
    [InlineData(10, 5, true)]
    [InlineData(1, 1.19, true)]
    [InlineData(1, 1.25, false)]
    public void ATenthOrTheFifthOfAMillisecondIsNoChange(double calm, double strained, bool isUnchanged)
    {
        Add(isStrained: false, calm);
        Add(isStrained: true, strained);

        Assert.Equal(isUnchanged, _comparison.IsUnchanged(0.5));
    }

    private void Add(bool isStrained, params double[] milliseconds)
    {
        foreach (var value in milliseconds)
        {
            var histogram = new Histogram();
            histogram.Record(TimeSpan.FromMilliseconds(value));
            _comparison.Add(isStrained, histogram);
        }
    }
}
