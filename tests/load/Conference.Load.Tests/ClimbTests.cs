using Conference.Load.Rows;

namespace Conference.Load.Tests;

public sealed class ClimbTests
{
    [Theory]
    [InlineData(10_000, 9_000)]
    [InlineData(12_600, 12_500)]
    [InlineData(5_000, 4_500)]
    [InlineData(0, 0)]
    [InlineData(1_000_000, 16_000)]
    public void FindsWhatHolds(double limit, double atLeast)
    {
        var climb = new Climb(8000, 1.25, 20_000, 3);

        while (!climb.IsDone)
        {
            climb.Tell(climb.Rate <= limit);
        }

        Assert.InRange(climb.Held, atLeast, limit);
    }

    [Fact]
    public void ARateThatHeldOnceInThreeTriesHolds()
    {
        var climb = new Climb(8000, 1.25, 20_000, 3);

        climb.Tell(false);
        climb.Tell(false);
        Assert.Equal(8000, climb.Rate);
        climb.Tell(true);

        Assert.Equal((8000, 10_000), (climb.Held, climb.Rate));
    }
}
