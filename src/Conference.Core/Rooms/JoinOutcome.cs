namespace Conference.Core.Rooms;

/// <summary>What became of a <see cref="JoinCommand"/>: a seat, or the limit that was hit.</summary>
/// <param name="Seat">The seat; null when the room is full.</param>
/// <param name="State">The room right after it; null when the room is full.</param>
/// <param name="Resumed">Whether the seat was still held.</param>
/// <param name="LimitHit">How many participants the room takes; null when there is a seat.</param>
public sealed record JoinOutcome(Participant? Seat, RoomState? State, bool Resumed = false, int? LimitHit = null);
