namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/session</c>: who the caller is to this server.</summary>
/// <param name="SignInOffered">Whether people can sign in here.</param>
/// <param name="Name">The name of who is signed in; absent for a guest.</param>
/// <param name="MayCreateRooms">Whether the caller may open rooms.</param>
public sealed record SessionInfo(bool SignInOffered, bool MayCreateRooms, string? Name = null);
