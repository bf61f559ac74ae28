namespace Conference.Server.Hubs.Messages;

/// <summary>A participant's place in a room, and all that its page needs to show the call.</summary>
/// <param name="ParticipantId">The own id in the roster.</param>
/// <param name="PersonId">The own id in the chat, the same over all seats of this visitor in this room.</param>
/// <param name="IsHost">Whether the caller is a host of the room.</param>
/// <param name="ResumeToken">To be kept in the tab's storage: the key to this seat for 24 hours, together with the visitor's cookie.</param>
/// <param name="Resumed">
/// True: the seat was still held and nobody saw the caller leave. False in an epoch that the page knows: the others were told
/// that it left, its peer connections are over.
/// </param>
/// <param name="Room">The room as it is now.</param>
/// <param name="Chat">What was missed since the request's last sequence, or the newest page.</param>
/// <param name="IceServers">For <c>RTCConfiguration.iceServers</c>; may be empty.</param>
/// <param name="IceLifetime">For how many seconds, from this answer, the credentials in there are good: <c>RenewIceServers</c> has new ones. Absent when none ends.</param>
/// <param name="Lobby">Who waits, the first one first; present exactly for hosts.</param>
public sealed record Seat(
    string ParticipantId,
    string PersonId,
    bool IsHost,
    string ResumeToken,
    bool Resumed,
    RoomSnapshot Room,
    MessagePage Chat,
    IReadOnlyList<IceServer> IceServers,
    int? IceLifetime = null,
    IReadOnlyList<WaitingGuest>? Lobby = null);
