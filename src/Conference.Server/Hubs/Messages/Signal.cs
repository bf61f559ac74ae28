namespace Conference.Server.Hubs.Messages;

/// <summary>A description or candidates of a WebRTC negotiation, opaque to the server. At least one of the two is present.</summary>
/// <param name="Description"><c>RTCSessionDescription</c> as JSON text, at most 24 KiB of UTF-8.</param>
/// <param name="Candidates"><c>RTCIceCandidate</c>s as JSON texts, at most 32 of at most 1 KiB each.</param>
public sealed record Signal(string? Description = null, IReadOnlyList<string>? Candidates = null);
