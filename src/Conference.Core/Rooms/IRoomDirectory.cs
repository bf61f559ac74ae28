using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>
/// Finds live rooms and runs commands in them, one at a time a room. A room is live while it has a seat, a reserved one, or a lobby. Once a seat is
/// reserved, every command with its <see cref="SeatKey"/> is refused with <see cref="ErrorCodes.NotJoined"/> when the connection does not own
/// that seat (any more).
/// </summary>
public interface IRoomDirectory
{
    /// <summary>
    /// Asks at the door, and keeps a seat free while its person is being admitted. Brings the room to life if it is not. The seat counts against
    /// the limits, and nobody sees it. Whoever reserves a seat takes or releases it.
    /// </summary>
    /// <returns>Whether the seat is reserved, or what is in the way.</returns>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.AlreadyJoined"/> when the connection has or reserved a seat.</exception>
    ValueTask<EntryAnswer> ReserveAsync(RoomRecord room, SeatKey seat, bool chatOnly, Entrant entrant);

    /// <summary>Gives a reserved seat back. Never refused; does nothing when the seat was taken.</summary>
    ValueTask ReleaseAsync(SeatKey seat);

    /// <summary>Takes the reserved seat: from here on everybody sees the participant.</summary>
    ValueTask<JoinOutcome> JoinAsync(JoinCommand command);

    /// <summary>Gives the seat up at once.</summary>
    ValueTask LeaveAsync(SeatKey seat);

    /// <summary>The connection is gone: the seat is held for the grace. Never refused; does nothing when another connection owns the seat.</summary>
    ValueTask DisconnectAsync(SeatKey seat);

    /// <summary>Says what the seat's devices do; see <see cref="Room.SetMedia"/>.</summary>
    ValueTask SetMediaAsync(SeatKey seat, ParticipantMedia media, bool unmute, bool startVideo, bool startScreen);

    /// <summary>Changes the own name.</summary>
    ValueTask SetNameAsync(SeatKey seat, string name);

    /// <summary>Raises the hand; does nothing when it is up.</summary>
    ValueTask RaiseHandAsync(SeatKey seat);

    /// <summary>Lowers the hand; does nothing when it is down.</summary>
    ValueTask LowerHandAsync(SeatKey seat);

    /// <summary>Says that the participant records; does nothing when it is said already.</summary>
    ValueTask StartRecordingAsync(SeatKey seat);

    /// <summary>Says that the participant records no more; does nothing when that is known.</summary>
    ValueTask StopRecordingAsync(SeatKey seat);

    /// <summary>Shows a reaction.</summary>
    ValueTask SendReactionAsync(SeatKey seat, Reaction reaction);

    /// <summary>Says that the participant is writing.</summary>
    ValueTask NotifyTypingAsync(SeatKey seat);

    /// <summary>Asks whether the seat may do this.</summary>
    /// <returns>The participant, as it is now.</returns>
    ValueTask<Participant> RequireAsync(SeatKey seat, RoomAction action);

    /// <summary>Asks whether the seat may do this, and to whom.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.UnknownParticipant"/> when the target is not in the room.</exception>
    ValueTask<HostDeed> RequireTargetAsync(SeatKey seat, RoomAction action, string targetId);

    /// <summary>Asks whether the seat may do this and begins it before anything else happens in the room. The work must return at once.</summary>
    ValueTask<T> BeginAsync<T>(SeatKey seat, RoomAction action, Func<Participant, T> work);

    /// <summary>Takes a place in the lobby. Brings the room to life if it is not.</summary>
    /// <returns>Whether a host is there to answer; null when the lobby is full.</returns>
    ValueTask<bool?> WaitAsync(RoomRecord room, LobbyGuest guest);

    /// <summary>Gives a place in the lobby up. Never refused.</summary>
    /// <returns>Who waited; null when nobody did (any more).</returns>
    ValueTask<LobbyGuest?> StopWaitingAsync(LobbyKey key);

    /// <summary>Finds somebody in the lobby whom a host wants to answer.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.NotWaiting"/> when another host was first or the guest is gone.</exception>
    ValueTask<LobbyGuest> RequireGuestAsync(SeatKey host, string guestId);

    /// <summary>Does to others what needs no record.</summary>
    /// <returns>What was done, for the audit list.</returns>
    ValueTask<HostDeed> CommandAsync(SeatKey host, Func<HostCommands, HostDeed> command);

    /// <summary>Tells a live room that a person is a host, or none any more; does nothing when the room is not live.</summary>
    ValueTask ApplyHostAsync(long roomId, PersonRecord person, string? byName);

    /// <summary>Ends all seats and the wait of a participant's person, who stays out.</summary>
    /// <returns>What was done, and when the call began.</returns>
    /// <exception cref="ConferenceException">See <see cref="Room.Remove"/>.</exception>
    ValueTask<(HostDeed Deed, DateTimeOffset CallStartedAt)> RemoveAsync(SeatKey host, string targetId);

    /// <summary>Lets a removed person ask again; does nothing when the room is not live.</summary>
    ValueTask AllowBackAsync(long roomId, PersonKey person);

    /// <summary>Ends the call for everyone; does nothing when the room is not live.</summary>
    ValueTask EndAsync(long roomId, bool isRoomDeleted);

    /// <summary>Whether the connection still owns the seat.</summary>
    ValueTask<bool> OwnsAsync(SeatKey seat);

    /// <summary>Finds the other end of a signal.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.UnknownParticipant"/> when that page is not in the room.</exception>
    ValueTask<SignalRoute> RouteSignalAsync(SeatKey seat, string targetId, string targetInstanceId);

    /// <summary>Tells a live room what was put on record; does nothing when the room is not live.</summary>
    ValueTask ApplyAsync(RoomRecord room);

    /// <summary>Reads a live room.</summary>
    /// <returns>Null when nobody is there.</returns>
    ValueTask<RoomState?> ReadAsync(long roomId);

    /// <summary>Brings a room back to life whose call was cut off: somebody returns within the grace, or the call ends.</summary>
    ValueTask RecoverAsync(OpenCall openCall);
}

/// <summary>From whom to whom a signal goes.</summary>
/// <param name="From">The sender.</param>
/// <param name="ConnectionId">The target's connection.</param>
/// <param name="RelayOnly">Nothing goes there that says where the sender is.</param>
public readonly record struct SignalRoute(Participant From, string ConnectionId, bool RelayOnly);
