namespace Conference.Core.Rooms;

/// <summary>What became of a <see cref="JoinCommand"/>.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="State">The room right after it.</param>
/// <param name="Resumed">Whether the seat was still held.</param>
public sealed record JoinOutcome(Participant Seat, RoomState State, bool Resumed);
