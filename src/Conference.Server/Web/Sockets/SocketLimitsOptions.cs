using System.ComponentModel.DataAnnotations;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Web.Sockets;

/// <summary>
/// Section <c>Limits</c>: how many sockets there may be, whatever is said on them. Each connection of the hub is one of them, so there are more of them
/// than of those.
/// </summary>
public sealed class SocketLimitsOptions
{
    /// <summary>Open sockets in all: twice as many as connections, for pages that are being loaded.</summary>
    [Range(1, 1_000_000)]
    public int Sockets { get; set; } = 20_000;

    /// <summary>
    /// Open sockets of one address: as many pages as it may have connections, each with one more that its files came by, and room for a thousand. A proxy
    /// that is known brings everybody, and is not counted.
    /// </summary>
    [Range(1, 1_000_000)]
    public int AddressSockets { get; set; } = 5000;

    /// <summary>How long a new socket may say nothing, between a second and an hour.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(10);

    internal bool HasSaneSilence() => Silence >= TimeSpan.FromSeconds(1) && Silence <= TimeSpan.FromHours(1);

    internal bool HasRoomFor(LimitsOptions hub) => Sockets >= hub.Connections && AddressSockets >= hub.AddressConnections;
}
