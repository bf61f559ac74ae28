using System.Collections.Concurrent;
using System.Net;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Rooms;

/// <summary>How often room passwords may be tried: from one address, and in one room by all together. Counted before a try is looked at.</summary>
public sealed class PasswordTries(TimeProvider time)
{
    private const int MostKept = 10_000;
    private const double PerAddress = 10;
    private const double PerRoom = 60;
    private readonly ConcurrentDictionary<string, Bucket> _addresses = new();
    private readonly ConcurrentDictionary<long, Bucket> _rooms = new();

    /// <summary>Counts a try.</summary>
    /// <returns>False when there were too many within the last minute.</returns>
    public bool TryTake(IPAddress? address, long roomId) =>
        Take(_addresses, RequestLimits.NameOf(address), PerAddress) && Take(_rooms, roomId, PerRoom);

    private bool Take<TKey>(ConcurrentDictionary<TKey, Bucket> buckets, TKey key, double perMinute)
        where TKey : notnull
    {
        if (buckets.Count > MostKept)
        {
            buckets.Clear();
        }

        return buckets.GetOrAdd(key, _ => new Bucket(perMinute, time)).TryTake();
    }

    private sealed class Bucket(double perMinute, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private TokenBucket _tokens = new(perMinute / 60, perMinute, time);

        public bool TryTake()
        {
            lock (_gate)
            {
                return _tokens.TryTake();
            }
        }
    }
}
