using Conference.Server.Hubs.Messages;

namespace Conference.Server.Turn;

/// <summary>Section <c>Ice</c>: STUN and TURN servers that browsers are told besides the one in the box. None by default: no traffic to third parties.</summary>
public sealed class IceOptions
{
    private static readonly string[] Schemes = ["stun:", "stuns:", "turn:", "turns:"];

    public IList<IceServerOptions> Servers { get; } = [];

    public IReadOnlyList<IceServer> ToMessage() => [.. Servers.Select(server => new IceServer([.. server.Urls], server.Username, server.Credential))];

    internal static bool IsSane(IceOptions ice) => ice.Servers.All(server => server.Urls.Count > 0 && server.Urls.All(IsUrl));

    private static bool IsUrl(string url) => Schemes.Any(scheme => url.StartsWith(scheme, StringComparison.Ordinal) && url.Length > scheme.Length);
}
