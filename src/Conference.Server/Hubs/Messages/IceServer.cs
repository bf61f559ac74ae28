namespace Conference.Server.Hubs.Messages;

/// <summary>One STUN or TURN server, as <c>RTCIceServer</c> of the WebRTC specification wants it.</summary>
/// <param name="Urls">For example <c>stun:conference.example:3478</c>.</param>
/// <param name="Username">For TURN.</param>
/// <param name="Credential">For TURN.</param>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username = null, string? Credential = null);
