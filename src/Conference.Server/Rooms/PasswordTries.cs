using System.Net;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Rooms;

/// <summary>How often room passwords may be tried: from one address, and in one room by all together. Counted before a try is looked at.</summary>
public sealed class PasswordTries(TimeProvider time)
{
    private const double PerAddress = 10;
    private const double PerRoom = 60;
    private readonly SharedBuckets<string> _addresses = new(PerAddress / 60, PerAddress, time);
    private readonly SharedBuckets<long> _rooms = new(PerRoom / 60, PerRoom, time);

    /// <summary>Counts a try.</summary>
    /// <returns>False when there were too many within the last minute.</returns>
    public bool TryTake(IPAddress? address, long roomId) => _addresses.TryTake(RequestLimits.NameOf(address)) && _rooms.TryTake(roomId);

    /// <summary>Counts a try no more: whoever knows the password is no guesser, and many of them may come by one address.</summary>
    public void GiveBack(IPAddress? address, long roomId)
    {
        _addresses.GiveBack(RequestLimits.NameOf(address));
        _rooms.GiveBack(roomId);
    }
}
