using System.Globalization;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>Which STUN and TURN servers a participant is told.</summary>
public sealed class IceService(IOptions<IceOptions> ice, IOptions<StunOptions> stun, StunServer stunServer)
{
    /// <summary>All that help this caller's page.</summary>
    public IReadOnlyList<IceServer> ServersOf(HubCaller caller) => [.. OwnStun(caller), .. ice.Value.ToMessage()];

    /// <summary>The one in the box, under the name by which its page found this server.</summary>
    private IEnumerable<IceServer> OwnStun(HubCaller caller)
    {
        var host = stun.Value.Host ?? caller.Host;
        if (stunServer.Port is { } port && UrlHost(host) is { } name)
        {
            yield return new IceServer([string.Create(CultureInfo.InvariantCulture, $"stun:{name}:{port}")]);
        }
    }

    /// <summary>As RFC 7064 writes it; null for what no browser could have come by.</summary>
    private static string? UrlHost(string? host) => Uri.CheckHostName(host) switch
    {
        UriHostNameType.Unknown => null,
        UriHostNameType.IPv6 => $"[{host!.Trim('[', ']')}]",
        _ => host,
    };
}
