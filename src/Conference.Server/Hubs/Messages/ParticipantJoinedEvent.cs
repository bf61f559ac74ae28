namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.ParticipantJoined"/>.</summary>
/// <param name="Version">The room's new version.</param>
/// <param name="Participant">Who joined.</param>
public sealed record ParticipantJoinedEvent(long Version, ParticipantInfo Participant);
