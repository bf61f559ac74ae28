namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.TypingReceived"/>.</summary>
/// <param name="ParticipantId">Who is writing.</param>
public sealed record TypingReceivedEvent(string ParticipantId);
