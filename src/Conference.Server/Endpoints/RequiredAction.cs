using Conference.Core;

namespace Conference.Server.Endpoints;

/// <summary>On a route: what its caller must be allowed to do.</summary>
/// <param name="Action">What.</param>
public sealed record RequiredAction(RoomAction Action);
