namespace Conference.Core.Chat;

/// <summary>
/// The one writer of the chat. Places are given in the order of the calls of a room; an entry is answered only after its transaction is
/// on disk, and told to the <see cref="IChatLogObserver"/> in the order of places before or at the time it is answered.
/// </summary>
public interface IChatLog
{
    /// <summary>Writes one entry and answers when it is durable.</summary>
    /// <returns>The stored entry, or why there is none.</returns>
    Task<AppendResult> AppendAsync(ChatAppend append);
}

/// <summary>Is told what was stored, room by room, in the order of places. Called by the writer: must return at once and not throw.</summary>
public interface IChatLogObserver
{
    /// <summary>New entries of one room, without gaps among themselves. A repeated message is not told again.</summary>
    void OnStored(long roomId, IReadOnlyList<ChatEntry> entries);
}

/// <summary>The outcome of an append.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Entry">The entry: the new one, or the first one when the message had been stored before.</param>
public readonly record struct AppendResult(AppendStatus Status, ChatEntry? Entry = null);

/// <summary>What became of an append.</summary>
public enum AppendStatus
{
    /// <summary>On disk now.</summary>
    Stored,

    /// <summary>The same message was on disk already.</summary>
    Repeated,

    /// <summary>The id belongs to another text; nothing was written.</summary>
    IdReused,

    /// <summary>The disk or the database refused; nothing was written.</summary>
    Failed,
}
