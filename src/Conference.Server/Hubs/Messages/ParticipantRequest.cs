namespace Conference.Server.Hubs.Messages;

/// <summary>Names one participant of the caller's room.</summary>
/// <param name="To">The participant id.</param>
public sealed record ParticipantRequest(string To);
