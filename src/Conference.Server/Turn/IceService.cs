using System.Globalization;
using Conference.Core.Rooms;
using Conference.Core.Turn;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>Which STUN and TURN servers a participant is told, and with which credentials.</summary>
public sealed class IceService(
    IOptions<IceOptions> ice, IOptions<StunOptions> stun, IOptions<TurnOptions> turn, StunServer stunServer, TimeProvider time)
{
    /// <summary>All that help this caller's page to connect, from its seat on.</summary>
    public IceGrant Grant(HubCaller caller, Participant participant)
    {
        if (participant.ChatOnly)
        {
            return IceGrant.None;
        }

        var lifetime = turn.Value.Lifetime;
        var expiresAt = time.GetUtcNow() + lifetime;
        return new IceGrant(
            [.. OwnStun(caller), .. ice.Value.ToMessage(), .. turn.Value.Servers.Select(server => ToMessage(server, participant.Id, expiresAt))],
            turn.Value.Servers.Count > 0 ? (int)lifetime.TotalSeconds : null);
    }

    private static IceServer ToMessage(TurnServerOptions server, string owner, DateTimeOffset expiresAt)
    {
        var credential = TurnCredential.Create(server.Secret, owner, expiresAt);
        return new IceServer([.. server.Urls], credential.Username, credential.Password);
    }

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
