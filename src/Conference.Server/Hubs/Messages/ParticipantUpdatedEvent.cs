namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.ParticipantUpdated"/>.</summary>
/// <param name="Version">The room's new version.</param>
/// <param name="Participant">The participant as it is now, whole.</param>
public sealed record ParticipantUpdatedEvent(long Version, ParticipantInfo Participant);
