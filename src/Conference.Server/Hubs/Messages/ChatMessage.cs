namespace Conference.Server.Hubs.Messages;

/// <summary>One entry of a room's chat.</summary>
/// <param name="Sequence">1, 2, 3, … in the room, without gaps.</param>
/// <param name="Kind">Text of a person, or a line about the call.</param>
/// <param name="SentAt">The server's time of it; order comes from the sequence, never from this.</param>
/// <param name="PersonId">Who wrote it, or who started the call; absent for the end of a call.</param>
/// <param name="Name">The person's name at that time; absent for the end of a call.</param>
/// <param name="Id">The sender's message id; present for text.</param>
/// <param name="Text">The text; present for text that was not deleted.</param>
/// <param name="Call">Length and size of the call; present for the end of a call.</param>
/// <param name="Deleted">The text was deleted for good; present when true.</param>
public sealed record ChatMessage(
    long Sequence,
    ChatMessageKind Kind,
    DateTimeOffset SentAt,
    string? PersonId = null,
    string? Name = null,
    string? Id = null,
    string? Text = null,
    CallSummary? Call = null,
    bool? Deleted = null);
