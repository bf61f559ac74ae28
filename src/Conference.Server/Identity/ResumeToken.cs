namespace Conference.Server.Identity;

/// <summary>The key to a seat.</summary>
/// <param name="RoomId">The room's key.</param>
/// <param name="ParticipantId">The seat.</param>
/// <param name="VisitorId">Whose it is; worth nothing in another browser.</param>
/// <param name="IssuedAt">When it was made.</param>
public sealed record ResumeToken(long RoomId, string ParticipantId, Guid VisitorId, DateTimeOffset IssuedAt);
