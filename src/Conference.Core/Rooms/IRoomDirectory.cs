namespace Conference.Core.Rooms;

/// <summary>
/// Finds live rooms and runs commands in them, one at a time a room. A room is live while it has a seat, or a reserved one. Once a seat is
/// reserved, every command with its <see cref="SeatKey"/> is refused with <see cref="ErrorCodes.NotJoined"/> when the connection does not own
/// that seat (any more).
/// </summary>
public interface IRoomDirectory
{
    /// <summary>
    /// Keeps a seat free while its person is being admitted, and brings the room to life if it is not. The seat counts against the limits,
    /// and nobody sees it. Whoever reserves a seat takes or releases it.
    /// </summary>
    /// <returns>The limit that is hit; null when the seat is reserved.</returns>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.AlreadyJoined"/> when the connection has or reserved a seat.</exception>
    ValueTask<int?> ReserveAsync(RoomRecord room, SeatKey seat, bool chatOnly);

    /// <summary>Gives a reserved seat back. Never refused; does nothing when the seat was taken.</summary>
    ValueTask ReleaseAsync(SeatKey seat);

    /// <summary>Takes the reserved seat: from here on everybody sees the participant.</summary>
    ValueTask<JoinOutcome> JoinAsync(JoinCommand command);

    /// <summary>Gives the seat up at once.</summary>
    ValueTask LeaveAsync(SeatKey seat);

    /// <summary>The connection is gone: the seat is held for the grace. Never refused; does nothing when another connection owns the seat.</summary>
    ValueTask DisconnectAsync(SeatKey seat);

    /// <summary>Says what the seat's devices do.</summary>
    ValueTask SetMediaAsync(SeatKey seat, ParticipantMedia media);

    /// <summary>Raises the hand; does nothing when it is up.</summary>
    ValueTask RaiseHandAsync(SeatKey seat);

    /// <summary>Lowers the hand; does nothing when it is down.</summary>
    ValueTask LowerHandAsync(SeatKey seat);

    /// <summary>Shows a reaction.</summary>
    ValueTask SendReactionAsync(SeatKey seat, Reaction reaction);

    /// <summary>Says that the participant is writing.</summary>
    ValueTask NotifyTypingAsync(SeatKey seat);

    /// <summary>Asks whether the seat may do this.</summary>
    /// <returns>The participant, as it is now.</returns>
    ValueTask<Participant> RequireAsync(SeatKey seat, RoomAction action);

    /// <summary>Whether the connection still owns the seat.</summary>
    ValueTask<bool> OwnsAsync(SeatKey seat);

    /// <summary>Finds the other end of a signal.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.UnknownParticipant"/> when that page is not in the room.</exception>
    ValueTask<SignalRoute> RouteSignalAsync(SeatKey seat, string targetId, string targetInstanceId);

    /// <summary>Tells a live room its new title; does nothing when the room is not live.</summary>
    ValueTask RenameAsync(long roomId, string title);

    /// <summary>Reads a live room.</summary>
    /// <returns>Null when nobody is there.</returns>
    ValueTask<RoomState?> ReadAsync(long roomId);

    /// <summary>Brings a room back to life whose call was cut off: somebody returns within the grace, or the call ends.</summary>
    ValueTask RecoverAsync(OpenCall openCall);
}

/// <summary>From whom to whom a signal goes.</summary>
/// <param name="From">The sender.</param>
/// <param name="ConnectionId">The target's connection.</param>
public readonly record struct SignalRoute(Participant From, string ConnectionId);
