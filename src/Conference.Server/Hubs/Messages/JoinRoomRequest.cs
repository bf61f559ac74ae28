using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>Asks for a seat in a room.</summary>
/// <param name="Code">The room's code, <c>kmr-vxtd-hpe</c>; case and hyphens do not matter.</param>
/// <param name="Name">The name to be shown, 1 to 64 characters after trimming.</param>
/// <param name="InstanceId">
/// 1 to 32 letters and digits, random, made once per load of the page. A seat that comes back with another one has lost its peer connections.
/// </param>
/// <param name="Media">What microphone and camera do when the participant arrives.</param>
/// <param name="ChatOnly">True: no peer connections, no tile, only chat.</param>
/// <param name="ResumeToken">The token of an earlier seat of this tab, at most 512 characters; anything that is no valid token is as none.</param>
/// <param name="LastSequence">The last chat sequence this page has, to get what it missed; absent: the newest page.</param>
/// <param name="Password">The room's password, at most 64 characters, where one is needed.</param>
/// <param name="JoinToken">
/// A JWT of a site that the operator trusts, at most 4,096 characters: past lobby, lock and password, with the name and the rights that it says. Not looked
/// at beside a valid resume token.
/// </param>
public sealed record JoinRoomRequest(
    string Code,
    string Name,
    string InstanceId,
    ParticipantMedia Media,
    bool ChatOnly = false,
    string? ResumeToken = null,
    long? LastSequence = null,
    string? Password = null,
    string? JoinToken = null);
