namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.MessagesAdded"/>.</summary>
/// <param name="Messages">In the order of their sequence, without gaps among themselves.</param>
public sealed record MessagesAddedEvent(IReadOnlyList<ChatMessage> Messages);
