using Conference.Server.Hubs.Messages;

namespace Conference.Server.Hubs;

/// <summary>
/// What the hub tells a seated participant. Every change of the room carries the room's new version, one higher than the
/// last: a client that misses one joins again with its resume token and gets a snapshot.
/// </summary>
public interface IConferenceClient
{
    /// <summary>Somebody took a seat. Sent to all others in the room.</summary>
    Task ParticipantJoined(ParticipantJoinedEvent joined);

    /// <summary>A participant changed: media, hand, name, connection, or a new page took the seat over.</summary>
    Task ParticipantUpdated(ParticipantUpdatedEvent updated);

    /// <summary>A seat is free: a clean leave at once, a vanished participant after the grace.</summary>
    Task ParticipantLeft(ParticipantLeftEvent left);

    /// <summary>The room itself changed: title, settings or spotlight.</summary>
    Task RoomUpdated(RoomUpdatedEvent updated);

    /// <summary>
    /// Chat entries in the order of their sequence, all on disk. A first sequence above the last seen one plus one is a gap: read the page.
    /// </summary>
    Task MessagesAdded(MessagesAddedEvent added);

    /// <summary>A description or candidates of one other participant.</summary>
    Task SignalReceived(SignalReceivedEvent received);

    /// <summary>Somebody reacted. Sent to all others.</summary>
    Task ReactionReceived(ReactionReceivedEvent received);

    /// <summary>Somebody is writing. Sent to all others.</summary>
    Task TypingReceived(TypingReceivedEvent received);

    /// <summary>Another page of this browser took the seat over. The server closes this connection's seat; do not join again.</summary>
    Task SeatTaken();

    /// <summary>A host's decision ended this seat. The server closes the connection a moment later; joining again is for a person to decide.</summary>
    Task SeatEnded(SeatEndedEvent ended);

    /// <summary>A host did something to this participant. Sent to that one alone; the state itself comes with <see cref="ParticipantUpdated"/>.</summary>
    Task HostActed(HostActedEvent acted);

    /// <summary>A host answered. Sent to the one who waited.</summary>
    Task LobbyAnswered(LobbyAnsweredEvent answered);

    /// <summary>What who waits may know has changed. Sent to all who wait.</summary>
    Task LobbyUpdated(LobbyUpdatedEvent updated);

    /// <summary>Somebody waits in the lobby. Sent to hosts.</summary>
    Task GuestWaiting(GuestWaitingEvent waiting);

    /// <summary>Somebody does not wait any more: answered, gave up, or lost the connection. Sent to hosts.</summary>
    Task GuestGone(GuestGoneEvent gone);

    /// <summary>Who waits now. Sent to a participant who has just become a host.</summary>
    Task LobbyShown(LobbyShownEvent shown);

    /// <summary>Texts were deleted for good. Sent to everybody in the room.</summary>
    Task MessagesDeleted(MessagesDeletedEvent deleted);
}
