using System.Net;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Turn;

/// <summary>How many answers an address gets, and all together. For one caller at a time.</summary>
internal sealed class StunLimits(StunOptions options, TimeProvider time)
{
    private readonly SharedBuckets<string> _addresses = new(options.AddressRate, options.AddressBurst, time);
    private TokenBucket _all = new(options.Rate, options.Burst, time);

    public bool TryTake(IPAddress address) => _addresses.TryTake(RequestLimits.NameOf(address)) && _all.TryTake();
}
