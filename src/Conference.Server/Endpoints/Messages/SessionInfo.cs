namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/session</c>, and the answer to signing out: whether one can sign in here, and who did in this browser.</summary>
/// <param name="IsSignInAvailable">Whether the operator set up an OpenID Connect server.</param>
/// <param name="IsSignInRequiredToOpenRooms">Whether guests cannot open rooms.</param>
/// <param name="Name">Who is signed in; absent for a guest.</param>
public sealed record SessionInfo(bool IsSignInAvailable, bool IsSignInRequiredToOpenRooms, string? Name = null);
