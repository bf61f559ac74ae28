using Conference.Server.Memory;

namespace Conference.Server.Tests.Memory;

/// <summary>When memory is given back: after a rush, once, and never while somebody is busy.</summary>
public sealed class QuietWatchTests
{
    private const long Rush = QuietWatch.WorthCollecting * 4;
    private readonly QuietWatch _watch = new();
    private long _allocated;

    [Fact]
    public void ARushIsCollectedOnceThreeSecondsAfterItsEnd()
    {
        Assert.False(Pass(Rush));
        Assert.Equal([false, false, true, false, false, false], Seconds(6, QuietWatch.Quiet / 2));
    }

    [Fact]
    public void WhoIsBusyIsNotDisturbed() => Assert.DoesNotContain(true, Seconds(60, QuietWatch.Quiet + 1));

    [Fact]
    public void APauseThatIsTooShortIsNone()
    {
        Pass(Rush);
        Assert.Equal([false, false], Seconds(2, 0));
        Assert.False(Pass(Rush));
        Assert.Equal([false, false, true], Seconds(3, 0));
    }

    [Fact]
    public void LittleIsNotWorthIt() => Assert.DoesNotContain(true, Seconds(10, QuietWatch.WorthCollecting / 100));

    [Fact]
    public void WhatGathersSlowlyIsCollectedWhenItIsWorthIt()
    {
        var collections = Seconds(40, QuietWatch.Quiet).Count(collects => collects);
        Assert.Equal(40 * QuietWatch.Quiet / QuietWatch.WorthCollecting, collections);
    }

    private bool[] Seconds(int count, long allocatedInEach) => [.. Enumerable.Range(0, count).Select(_ => Pass(allocatedInEach))];

    private bool Pass(long allocated) => _watch.Observe(_allocated += allocated);
}
