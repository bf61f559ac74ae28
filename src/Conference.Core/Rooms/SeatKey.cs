namespace Conference.Core.Rooms;

/// <summary>
/// A claim to a seat: this connection owns that participant of that room. It is checked on every use, because another connection may have taken
/// the seat over in the meantime. Before there is a participant, it names the seat that is reserved for one.
/// </summary>
/// <param name="RoomId">The room's key.</param>
/// <param name="ParticipantId">Whose seat: from the resume token, else new and random.</param>
/// <param name="ConnectionId">The connection that claims it.</param>
public sealed record SeatKey(long RoomId, string ParticipantId, string ConnectionId);
