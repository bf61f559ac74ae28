using System.Collections.Concurrent;

namespace Conference.Server.Hubs.Filters;

/// <summary>A token bucket for each visitor, address or room, for many callers at a time.</summary>
internal sealed class SharedBuckets<TKey>(double rate, double burst, TimeProvider time)
    where TKey : notnull
{
    private const int MostKept = 10_000;
    private readonly ConcurrentDictionary<TKey, Bucket> _buckets = new();

    /// <summary>Takes tokens.</summary>
    /// <returns>False when there are not that many.</returns>
    public bool TryTake(TKey key, double count = 1)
    {
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            MakeRoom();
            bucket = _buckets.GetOrAdd(key, _ => new Bucket(rate, burst, time));
        }

        return bucket.TryTake(count);
    }

    /// <summary>Puts tokens back that were taken.</summary>
    public void GiveBack(TKey key, double count = 1)
    {
        if (_buckets.TryGetValue(key, out var bucket))
        {
            bucket.GiveBack(count);
        }
    }

    /// <summary>Whether there is no token.</summary>
    public bool IsEmpty(TKey key) => _buckets.TryGetValue(key, out var bucket) && bucket.IsEmpty();

    /// <summary>Forgets who used nothing lately; all, when that is not enough.</summary>
    private void MakeRoom()
    {
        // Stryker disable once Linq : Count is a property, whose mutant does not compile and takes that of the comparison with it
        if (_buckets.Count < MostKept)
        {
            return;
        }

        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsFull())
            {
                _buckets.TryRemove(key, out _);
            }
        }

        // Stryker disable once Linq : as above
        if (_buckets.Count >= MostKept)
        {
            _buckets.Clear();
        }
    }

    private sealed class Bucket(double rate, double burst, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private TokenBucket _tokens = new(rate, burst, time);

        public bool TryTake(double count)
        {
            lock (_gate)
            {
                return _tokens.TryTake(count);
            }
        }

        public void GiveBack(double count)
        {
            lock (_gate)
            {
                _tokens.GiveBack(count);
            }
        }

        public bool IsEmpty()
        {
            lock (_gate)
            {
                return _tokens.IsEmpty();
            }
        }

        public bool IsFull()
        {
            lock (_gate)
            {
                return _tokens.IsFull();
            }
        }
    }
}
