using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>What a join token says.</summary>
/// <param name="Id">The same for the same token, however its text was changed without breaking its signature.</param>
/// <param name="Room">The one room that it is for.</param>
/// <param name="Name">What the bearer is called there; null when they choose.</param>
/// <param name="IsHost">Whether the bearer becomes a host.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record JoinPass(string Id, RoomCode Room, string? Name, bool IsHost, DateTimeOffset ExpiresAt);
