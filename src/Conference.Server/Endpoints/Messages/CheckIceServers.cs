using Conference.Server.Hubs.Messages;

namespace Conference.Server.Endpoints.Messages;

/// <summary><c>POST /api/check/ice-servers</c>, for whoever may open rooms: what a page tries before a call.</summary>
/// <param name="IceServers">For <c>RTCConfiguration.iceServers</c>; credentials of TURN servers are good for a minute at most; none that never end.</param>
public sealed record CheckIceServers(IReadOnlyList<IceServer> IceServers);
