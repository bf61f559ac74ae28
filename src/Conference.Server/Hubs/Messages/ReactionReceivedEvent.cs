using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.ReactionReceived"/>.</summary>
/// <param name="ParticipantId">Who reacted.</param>
/// <param name="Reaction">How.</param>
public sealed record ReactionReceivedEvent(string ParticipantId, Reaction Reaction);
