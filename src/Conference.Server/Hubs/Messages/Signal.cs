namespace Conference.Server.Hubs.Messages;

/// <summary>What one page tells another: a description or candidates of a WebRTC negotiation, or a note. Opaque to the server; at least one is present.</summary>
/// <param name="Description"><c>RTCSessionDescription</c> as JSON text, at most 24 KiB of UTF-8.</param>
/// <param name="Candidates"><c>RTCIceCandidate</c>s as JSON texts, at most 32 of at most 1 KiB each.</param>
/// <param name="Note">A short text where there is no data channel for it, such as which pictures are shown, at most 1 KiB of UTF-8.</param>
public sealed record Signal(string? Description = null, IReadOnlyList<string>? Candidates = null, string? Note = null);
