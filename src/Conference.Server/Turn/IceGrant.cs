using Conference.Server.Hubs.Messages;

namespace Conference.Server.Turn;

/// <summary>The STUN and TURN servers that one participant may use.</summary>
/// <param name="Servers">With the credentials of this participant alone.</param>
/// <param name="Lifetime">For how many seconds these are good; null when none of them ends.</param>
public sealed record IceGrant(IReadOnlyList<IceServer> Servers, int? Lifetime)
{
    /// <summary>For who came for the chat only, and connects to nobody.</summary>
    public static IceGrant None { get; } = new([], null);
}
