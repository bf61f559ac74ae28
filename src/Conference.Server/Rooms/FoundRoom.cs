using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>A room that somebody named.</summary>
/// <param name="Room">The room.</param>
/// <param name="Person">Whoever named it, in this room; null when never put on record.</param>
public sealed record FoundRoom(RoomRecord Room, PersonRecord? Person);
