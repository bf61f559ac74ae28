using System.Numerics;

namespace Conference.Load.Measure;

/// <summary>
/// Counts every value, none is dropped or averaged: buckets that grow with the value, each at most 1/64 of it wide, so that a percentile is
/// right to 1.6 %.
/// </summary>
internal sealed class Histogram
{
    private const int SubBits = 6;
    private const int SubCount = 1 << SubBits;
    private readonly long[] _counts = new long[(64 - SubBits) * SubCount];

    public long Count { get; private set; }

    public TimeSpan Max { get; private set; }

    public void Record(TimeSpan value)
    {
        Count++;
        Max = value > Max ? value : Max;
        _counts[BucketOf(Math.Max(value.Ticks, 0))]++;
    }

    /// <summary>The value below or at which the given share of all values lies: 0.99 for p99.</summary>
    public TimeSpan Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        long seen = 0;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= wanted && seen > 0)
            {
                return TimeSpan.FromTicks(Math.Min(UpperEndOf(bucket), Max.Ticks));
            }
        }

        return TimeSpan.Zero;
    }

    private static int BucketOf(long ticks)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)ticks | 1) - SubBits);
        return (shift * SubCount) + (int)(ticks >> shift);
    }

    private static long UpperEndOf(int bucket)
    {
        var shift = Math.Max(0, (bucket / SubCount) - 1);
        var step = bucket - (shift * SubCount);
        return ((step + 1L) << shift) - 1;
    }
}
