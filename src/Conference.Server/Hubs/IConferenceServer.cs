using Conference.Core;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Hubs;

/// <summary>
/// What a browser may call on the hub at <c>/hub</c>. Whoever calls is known from the connection: no request has a field
/// that says who one is. A refused call fails with a <c>HubException</c> whose message is
/// <c>code: sentence</c> (<see cref="ErrorCodes"/>) and changes nothing.
/// </summary>
public interface IConferenceServer
{
    /// <summary>
    /// Takes a seat in a room, or takes the own seat back with its resume token. Any visitor may call it, once a connection.
    /// </summary>
    /// <returns>The seat with a snapshot, or why there is none.</returns>
    Task<JoinRoomResult> JoinRoom(JoinRoomRequest request);

    /// <summary>Gives the seat up at once. Participants only. The connection may join again afterwards.</summary>
    Task LeaveRoom();

    /// <summary>
    /// Hands a description or candidates to one other participant of the same room. Participants with media only. Never read,
    /// never stored. Fails with <see cref="ErrorCodes.UnknownParticipant"/> when the target is not in the room, or no longer the page
    /// that the signal was made for.
    /// </summary>
    Task SendSignal(SendSignalRequest request);

    /// <summary>
    /// Stores one chat message and answers after it is on disk. Participants only. The same <c>id</c> with the same text returns
    /// the first answer; with another text it fails with <see cref="ErrorCodes.MessageIdReused"/>.
    /// </summary>
    Task<SendMessageResult> SendMessage(SendMessageRequest request);

    /// <summary>Says what the own microphone and camera do now. Participants only.</summary>
    Task SetMedia(SetMediaRequest request);

    /// <summary>Raises the own hand; raised hands keep their order. Participants only. Raising it twice is one raise.</summary>
    Task RaiseHand();

    /// <summary>Lowers the own hand. Participants only.</summary>
    Task LowerHand();

    /// <summary>Shows a reaction to everybody for a few seconds. Participants only; never stored.</summary>
    Task SendReaction(SendReactionRequest request);

    /// <summary>
    /// Says that one is writing. Participants only; at most every 3 s is enough, receivers forget it after 5 s or with the message.
    /// </summary>
    Task NotifyTyping();
}
