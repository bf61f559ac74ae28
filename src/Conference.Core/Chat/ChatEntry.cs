namespace Conference.Core.Chat;

/// <summary>One entry of a room's chat as it stands on disk.</summary>
/// <param name="Sequence">Its place in the room: 1, 2, 3, … without gaps.</param>
/// <param name="Kind">Text of a person, or a line about the call.</param>
/// <param name="SentAt">When the server took it; never used for order.</param>
/// <param name="PersonId">The public id of its author, or of who started the call.</param>
/// <param name="Name">The author's name at that time.</param>
/// <param name="MessageId">The sender's message id, 32 lower-case hexadecimal digits; text only.</param>
/// <param name="Text">The text; text only.</param>
/// <param name="CallSeconds">How long the call lasted; end of a call only.</param>
/// <param name="CallPersons">How many persons were in the call; end of a call only.</param>
/// <param name="IsDeleted">The text was deleted: nothing of it is left.</param>
public sealed record ChatEntry(
    long Sequence,
    ChatEntryKind Kind,
    DateTimeOffset SentAt,
    string? PersonId = null,
    string? Name = null,
    string? MessageId = null,
    string? Text = null,
    long? CallSeconds = null,
    int? CallPersons = null,
    bool IsDeleted = false);
