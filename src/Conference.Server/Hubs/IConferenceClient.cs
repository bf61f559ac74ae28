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

    /// <summary>The room itself changed: its title.</summary>
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
}
