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
    /// <summary>For how long whoever only tries has credentials, at most.</summary>
    private static readonly TimeSpan CheckLifetime = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is a TURN server among them.</summary>
    public bool HasRelay => turn.Value.Servers.Count > 0 || ice.Value.Servers.Any(server => server.Urls.Any(url => url.StartsWith("turn", StringComparison.Ordinal)));

    /// <summary>All that help this caller's page to connect, from its seat on.</summary>
    public IceGrant Grant(HubCaller caller, Participant participant)
    {
        if (participant.ChatOnly)
        {
            return IceGrant.None;
        }

        var lifetime = turn.Value.Lifetime;
        return new IceGrant(
            Servers(caller.Host, ice.Value.ToMessage(), participant.Id, lifetime), turn.Value.Servers.Count > 0 ? (int)lifetime.TotalSeconds : null);
    }

    /// <summary>
    /// The same for a page that only tries whether a call would work: for a minute at most, and for nobody in particular. Credentials that never end are for
    /// participants alone.
    /// </summary>
    /// <param name="host">By which the page found this server.</param>
    public IReadOnlyList<IceServer> GrantCheck(string? host) => Servers(
        host,
        ice.Value.ToMessage().Where(server => server is { Username: null, Credential: null }),
        string.Create(CultureInfo.InvariantCulture, $"check-{Guid.NewGuid():N}"),
        TimeSpan.FromTicks(Math.Min(CheckLifetime.Ticks, turn.Value.Lifetime.Ticks)));

    private IReadOnlyList<IceServer> Servers(string? host, IEnumerable<IceServer> others, string owner, TimeSpan lifetime)
    {
        var expiresAt = time.GetUtcNow() + lifetime;
        return [.. OwnStun(host), .. others, .. turn.Value.Servers.Select(server => ToMessage(server, owner, expiresAt))];
    }

    private static IceServer ToMessage(TurnServerOptions server, string owner, DateTimeOffset expiresAt)
    {
        var credential = TurnCredential.Create(server.Secret, owner, expiresAt);
        return new IceServer([.. server.Urls], credential.Username, credential.Password);
    }

    /// <summary>The one in the box, under the name by which its page found this server.</summary>
    private IEnumerable<IceServer> OwnStun(string? found)
    {
        if (stunServer.Port is { } port && UrlHost(stun.Value.Host ?? found) is { } name)
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
