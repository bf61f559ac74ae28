namespace Conference.Core.Rooms;

/// <summary>Something that happened in a room.</summary>
public abstract record RoomEvent;

/// <summary>A change of what a snapshot shows; its version is one higher than that of the one before.</summary>
/// <param name="Version">The room's new version.</param>
public abstract record RosterEvent(long Version) : RoomEvent;

/// <summary>A new seat was taken.</summary>
public sealed record ParticipantJoined(long Version, Participant Participant) : RosterEvent(Version);

/// <summary>A participant is different now.</summary>
public sealed record ParticipantUpdated(long Version, Participant Participant) : RosterEvent(Version);

/// <summary>A seat became free.</summary>
public sealed record ParticipantLeft(long Version, Participant Participant, LeaveReason Reason) : RosterEvent(Version);

/// <summary>The title is different now.</summary>
public sealed record RoomRenamed(long Version, string Title) : RosterEvent(Version);

/// <summary>From here on the connection owns a seat and hears what happens; earlier events of the same command are not for it.</summary>
public sealed record SeatAssigned(string ParticipantId, string ConnectionId) : RoomEvent;

/// <summary>The connection lost its seat to another one and hears nothing more.</summary>
public sealed record SeatRevoked(string ParticipantId, string ConnectionId) : RoomEvent;

/// <summary>The first seat was taken.</summary>
public sealed record CallStarted(DateTimeOffset At, Participant By) : RoomEvent;

/// <summary>The last seat became free.</summary>
/// <param name="At">When.</param>
/// <param name="Length">How long the call lasted.</param>
/// <param name="PersonCount">How many different persons were in it.</param>
public sealed record CallEnded(DateTimeOffset At, TimeSpan Length, int PersonCount) : RoomEvent;

/// <summary>A participant reacted.</summary>
public sealed record ReactionShown(string ParticipantId, string ConnectionId, Reaction Reaction) : RoomEvent;

/// <summary>A participant is writing.</summary>
public sealed record TypingNoticed(string ParticipantId, string ConnectionId) : RoomEvent;
