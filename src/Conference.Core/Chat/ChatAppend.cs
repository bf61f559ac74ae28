namespace Conference.Core.Chat;

/// <summary>An entry on its way to disk: everything but its place.</summary>
/// <param name="RoomId">The room's key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SentAt">The server's time.</param>
/// <param name="Person">Who wrote it or started the call; null for the end of a call.</param>
/// <param name="Name">The name at this time.</param>
/// <param name="MessageId">The sender's message id; text only. The same id of the same person is stored once.</param>
/// <param name="Text">The text; text only.</param>
/// <param name="CallSeconds">End of a call only.</param>
/// <param name="CallPersons">End of a call only.</param>
public sealed record ChatAppend(
    long RoomId,
    ChatEntryKind Kind,
    DateTimeOffset SentAt,
    PersonKey? Person = null,
    string? Name = null,
    string? MessageId = null,
    string? Text = null,
    long? CallSeconds = null,
    int? CallPersons = null);

/// <summary>A person of a room: the key in the database and the public id.</summary>
/// <param name="Key">The row's key; never leaves the server.</param>
/// <param name="Id">The public id.</param>
public readonly record struct PersonKey(long Key, string Id);
