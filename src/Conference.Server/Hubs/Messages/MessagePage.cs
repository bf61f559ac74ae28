namespace Conference.Server.Hubs.Messages;

/// <summary>A run of a room's chat without gaps.</summary>
/// <param name="Messages">In the order of their sequence.</param>
/// <param name="HasEarlier">Whether there is something before the first one.</param>
/// <param name="HasLater">Whether there is something after the last one.</param>
/// <param name="PersonId">The reader's own id in this chat: whose messages are "You".</param>
public sealed record MessagePage(IReadOnlyList<ChatMessage> Messages, bool HasEarlier, bool HasLater, string PersonId);
