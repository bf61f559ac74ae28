namespace Conference.Server.Hubs.Messages;

/// <summary>The acknowledgement: the message is on disk.</summary>
/// <param name="Sequence">Its place in the room's chat.</param>
/// <param name="SentAt">The server's time of it.</param>
public sealed record SendMessageResult(long Sequence, DateTimeOffset SentAt);
