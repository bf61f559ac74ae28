using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>One line of the roster.</summary>
/// <param name="Id">Made by the server, never used again for anybody else.</param>
/// <param name="PersonId">The same person's id in the chat.</param>
/// <param name="Name">The shown name.</param>
/// <param name="InstanceId">The page that holds the seat; when it changes, peer connections to the old page are over.</param>
/// <param name="IsHost">Whether this is a host.</param>
/// <param name="ChatOnly">True: no tile and no peer connections.</param>
/// <param name="Connected">False while the server has no connection to the participant; the call may well go on.</param>
/// <param name="Media">What microphone, camera and screen do.</param>
/// <param name="HandRaisedAt">When the hand was raised; absent when it is down. The order of hands is the order of these.</param>
/// <param name="MutedByHost">A host muted them; present when true. Then <c>Media.Microphone</c> is never <c>on</c>.</param>
/// <param name="VideoStoppedByHost">A host stopped their video; present when true. Then <c>Media.Camera</c> is never <c>on</c>.</param>
/// <param name="ScreenStoppedByHost">A host stopped their share of the screen; present when true. Then <c>Media.Screen</c> is always <c>off</c>.</param>
/// <param name="UnmuteAllowed">They may unmute although the room's settings keep that to hosts; present when true.</param>
/// <param name="RecordingSince">Since when they record the call; absent when they do not.</param>
public sealed record ParticipantInfo(
    string Id,
    string PersonId,
    string Name,
    string InstanceId,
    bool IsHost,
    bool ChatOnly,
    bool Connected,
    ParticipantMedia Media,
    DateTimeOffset? HandRaisedAt = null,
    bool? MutedByHost = null,
    bool? VideoStoppedByHost = null,
    bool? ScreenStoppedByHost = null,
    bool? UnmuteAllowed = null,
    DateTimeOffset? RecordingSince = null);
