namespace Conference.Server.Hubs.Messages;

/// <summary>The ICE servers anew, with credentials that are good for longer.</summary>
/// <param name="IceServers">As in <see cref="Seat"/>, in place of those.</param>
/// <param name="IceLifetime">As in <see cref="Seat"/>, counted from this answer.</param>
public sealed record RenewIceServersResult(IReadOnlyList<IceServer> IceServers, int? IceLifetime = null);
