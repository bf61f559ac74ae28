using Conference.Server.Hubs.Filters;
using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Hubs;

/// <summary>What all limits are made of.</summary>
public sealed class BucketTests
{
    private const int MostKept = 10_000;
    private readonly FakeTimeProvider _clock = TestClock.Create();

    [Fact]
    public void ABucketGivesItsBurstAndThenKeepsItsPace()
    {
        var bucket = new TokenBucket(rate: 2, burst: 3, _clock);
        Assert.True(bucket.TryTake() && bucket.TryTake() && bucket.TryTake());

        Assert.False(bucket.TryTake());
        Assert.True(bucket.IsEmpty());
        _clock.Advance(TimeSpan.FromSeconds(0.499));
        Assert.True(bucket.IsEmpty());
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.False(bucket.IsEmpty());
        Assert.True(bucket.TryTake());
        Assert.False(bucket.TryTake());
    }

    [Fact]
    public void WhereThereIsNotEnoughNothingIsTaken()
    {
        var bucket = new TokenBucket(rate: 1, burst: 3, _clock);

        Assert.False(bucket.TryTake(3.5));
        Assert.True(bucket.TryTake(3));
        Assert.False(bucket.TryTake(0.5));
    }

    [Fact]
    public void ABucketHoldsNoMoreThanItsBurst()
    {
        var bucket = new TokenBucket(rate: 1, burst: 2, _clock);
        Assert.True(bucket.IsFull());

        bucket.TryTake();
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.False(bucket.IsFull());
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.True(bucket.IsFull());

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(bucket.TryTake(2.5));
    }

    [Fact]
    public void WhatIsGivenBackIsOneAndNeverMoreThanItsBurst()
    {
        var bucket = new TokenBucket(rate: 1, burst: 2, _clock);
        bucket.GiveBack();
        Assert.False(bucket.TryTake(2.5));
        Assert.True(bucket.TryTake(2));

        bucket.GiveBack();

        Assert.True(bucket.TryTake());
        Assert.False(bucket.TryTake());
    }

    [Fact]
    public void EachKeyHasItsOwn()
    {
        var buckets = new SharedBuckets<string>(rate: 1, burst: 1, _clock);

        Assert.True(buckets.TryTake("ada"));
        Assert.False(buckets.TryTake("ada"));
        Assert.True(buckets.IsEmpty("ada"));
        Assert.False(buckets.IsEmpty("bob"));
        Assert.True(buckets.TryTake("bob"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(buckets.IsEmpty("ada"));
    }

    [Fact]
    public void WhoUsedNothingLatelyIsForgottenFirst()
    {
        var buckets = new SharedBuckets<int>(rate: 1, burst: 2, _clock);
        buckets.TryTake(0);
        for (var key = 0; key < MostKept; key++)
        {
            buckets.TryTake(key);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(buckets.TryTake(0));
        buckets.TryTake(MostKept);

        Assert.False(buckets.TryTake(0));
    }

    [Fact]
    public void WhereEverybodyIsBusyAllAreForgotten()
    {
        var buckets = new SharedBuckets<int>(rate: 0.001, burst: 1, _clock);
        for (var key = 0; key < MostKept; key++)
        {
            buckets.TryTake(key);
        }

        Assert.True(buckets.IsEmpty(0));
        buckets.TryTake(MostKept);

        Assert.False(buckets.IsEmpty(0));
        Assert.True(buckets.IsEmpty(MostKept));
    }
}
