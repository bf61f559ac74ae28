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
    /// Takes a seat in a room, takes the own seat back with its resume token, or asks to come in where there is a lobby. Any visitor may call it
    /// on a connection without a seat; who waits calls it again when admitted.
    /// </summary>
    /// <returns>The seat with a snapshot, the place in the lobby, or why there is none.</returns>
    Task<JoinRoomResult> JoinRoom(JoinRoomRequest request);

    /// <summary>Gives the seat, or the place in the lobby, up at once. Participants and who waits. The connection may join again afterwards.</summary>
    Task LeaveRoom();

    /// <summary>
    /// Hands a description or candidates to one other participant of the same room. Participants with media only. Never read,
    /// never stored. Fails with <see cref="ErrorCodes.UnknownParticipant"/> when the target is not in the room, or no longer the page
    /// that the signal was made for.
    /// </summary>
    Task SendSignal(SendSignalRequest request);

    /// <summary>
    /// Makes new credentials for the TURN servers, and says all ICE servers anew; the ones before stay good until they end by themselves.
    /// Participants with media only.
    /// </summary>
    Task<RenewIceServersResult> RenewIceServers();

    /// <summary>
    /// Stores one chat message and answers after it is on disk. Participants only. The same <c>id</c> with the same text returns
    /// the first answer; with another text it fails with <see cref="ErrorCodes.MessageIdReused"/>.
    /// </summary>
    Task<SendMessageResult> SendMessage(SendMessageRequest request);

    /// <summary>
    /// Says what the own microphone, camera and screen do now. Participants only. What a host muted or stopped stays so until it is started on
    /// purpose; unmuting and sharing are refused with <see cref="ErrorCodes.NotAllowed"/> where the room keeps them to hosts.
    /// </summary>
    Task SetMedia(SetMediaRequest request);

    /// <summary>Raises the own hand; raised hands keep their order. Participants only. Raising it twice is one raise.</summary>
    Task RaiseHand();

    /// <summary>Lowers the own hand. Participants only.</summary>
    Task LowerHand();

    /// <summary>
    /// Says that one records the call from now on, which everybody is told. Participants with media only; <see cref="ErrorCodes.NotAllowed"/>
    /// where the room keeps recording to hosts. Saying it twice is one start.
    /// </summary>
    Task StartRecording();

    /// <summary>Says that one records no more. Participants only.</summary>
    Task StopRecording();

    /// <summary>Shows a reaction to everybody for a few seconds. Participants only; never stored.</summary>
    Task SendReaction(SendReactionRequest request);

    /// <summary>
    /// Says that one is writing. Participants only; at most every 3 s is enough, receivers forget it after 5 s or with the message.
    /// </summary>
    Task NotifyTyping();

    /// <summary>Changes the own name. Participants, where the room lets them; hosts always.</summary>
    Task SetName(SetNameRequest request);

    /// <summary>
    /// Lets one person in from the lobby, whatever lock and password say. Hosts only. <see cref="ErrorCodes.NotWaiting"/> when another host answered
    /// first or the person gave up.
    /// </summary>
    Task AdmitGuest(GuestRequest request);

    /// <summary>Says no to one person in the lobby. Hosts only. <see cref="ErrorCodes.NotWaiting"/> as above.</summary>
    Task DenyGuest(GuestRequest request);

    /// <summary>Lets everybody in who waits now. Hosts only.</summary>
    Task AdmitAll();

    /// <summary>Mutes one participant for everybody. Hosts only.</summary>
    Task MuteParticipant(ParticipantRequest request);

    /// <summary>Mutes everybody but the hosts. Hosts only.</summary>
    Task MuteAll();

    /// <summary>Stops one participant's video for everybody. Hosts only.</summary>
    Task StopVideo(ParticipantRequest request);

    /// <summary>Stops one participant's share of the screen for everybody. Hosts only.</summary>
    Task StopScreen(ParticipantRequest request);

    /// <summary>Asks one participant to unmute, who may from now on. Nobody's microphone is turned on from afar. Hosts only.</summary>
    Task AskToUnmute(ParticipantRequest request);

    /// <summary>Lowers one participant's hand. Hosts only.</summary>
    Task LowerHandOf(ParticipantRequest request);

    /// <summary>Shows one participant large to everybody, or ends that. Hosts only.</summary>
    Task SetSpotlight(SpotlightRequest request);

    /// <summary>
    /// Makes a participant's person a host, or takes that back; it lasts. Hosts only. The owner stays one (<see cref="ErrorCodes.NotAllowed"/>), and so
    /// does the last host (<see cref="ErrorCodes.LastHost"/>).
    /// </summary>
    Task SetHost(SetHostRequest request);

    /// <summary>
    /// Removes a participant's person with all seats: they cannot come back unless a host allows it, and the lobby is turned on. Hosts only; not
    /// oneself (<see cref="ErrorCodes.OwnSeat"/>), not the owner (<see cref="ErrorCodes.NotAllowed"/>).
    /// </summary>
    Task RemoveParticipant(RemoveParticipantRequest request);

    /// <summary>Everything at once: mutes all but hosts, stops their screens, locks the room, and keeps unmuting, screens and the chat to hosts. Hosts only.</summary>
    Task SuspendRoom();

    /// <summary>Ends the call for everyone, the caller included. Resume tokens are void, who waits in the lobby goes on waiting. Hosts only.</summary>
    Task EndCall();
}
