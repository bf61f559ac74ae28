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

/// <summary>Link, title, settings or spotlight are different now.</summary>
public sealed record RoomChanged(long Version, RoomCode Code, string Title, RoomSettings Settings, string? SpotlightId) : RosterEvent(Version);

/// <summary>The connection's seat, or its place in the lobby, is gone by a host's decision; it hears nothing more and is to be closed.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Reason">How.</param>
public sealed record SeatEnded(string ConnectionId, SeatEnd Reason) : RoomEvent;

/// <summary>A host did something to a participant, who is told by whom.</summary>
public sealed record HostActed(string ConnectionId, string ByName, HostAct Act) : RoomEvent;

/// <summary>The connection's participant is a host from here on, and hears of the lobby.</summary>
public sealed record HostAssigned(string ConnectionId, IReadOnlyList<LobbyGuest> Lobby) : RoomEvent;

/// <summary>The connection's participant is no host any more.</summary>
public sealed record HostRevoked(string ConnectionId) : RoomEvent;

/// <summary>Somebody waits in the lobby. For hosts only.</summary>
public sealed record GuestWaiting(LobbyGuest Guest) : RoomEvent;

/// <summary>Somebody does not wait any more: answered, gave up, or lost the connection. For hosts only.</summary>
public sealed record GuestGone(string GuestId) : RoomEvent;

/// <summary>What who waits may know is different now. For all who wait.</summary>
public sealed record LobbyChanged(IReadOnlyList<string> ConnectionIds, bool IsHostPresent, string Message) : RoomEvent;

/// <summary>From here on the connection owns a seat and hears what happens; earlier events of the same command are not for it.</summary>
public sealed record SeatAssigned(string ParticipantId, string ConnectionId, bool IsHost = false) : RoomEvent;

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
