using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>What the caller's devices do now.</summary>
/// <param name="Media">All states.</param>
/// <param name="Unmute">The person unmutes on purpose: without it a host's mute stands, whatever <c>Media</c> says.</param>
/// <param name="StartVideo">The person starts the camera on purpose: without it a host's stop stands.</param>
/// <param name="StartScreen">The person starts to share the screen on purpose: without it a host's stop stands.</param>
public sealed record SetMediaRequest(ParticipantMedia Media, bool Unmute = false, bool StartVideo = false, bool StartScreen = false);
