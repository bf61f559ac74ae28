namespace Conference.Core.Chat;

/// <summary>Reads a room's chat. The caller has checked the right to.</summary>
public interface IChatHistory
{
    /// <summary>Reads one page.</summary>
    Task<ChatPage> ReadPageAsync(long roomId, ChatPageQuery query, CancellationToken cancellationToken);

    /// <summary>Counts the texts and tells the first and last time.</summary>
    Task<ChatSummary> SummarizeAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>Finds texts that have all the words, the last one as a prefix; accents and case do not matter.</summary>
    Task<ChatSearch> SearchAsync(long roomId, string text, string? personId, int limit, CancellationToken cancellationToken);

    /// <summary>Tells which of the given intervals have texts: same length, same order.</summary>
    Task<IReadOnlyList<bool>> HasMessagesAsync(long roomId, IReadOnlyList<TimeInterval> intervals, CancellationToken cancellationToken);
}

/// <summary>Which page is wanted: at most one of the four anchors; none is the newest page.</summary>
/// <param name="Before">Entries below this place.</param>
/// <param name="After">Entries above this place.</param>
/// <param name="Around">Entries on both sides of this place.</param>
/// <param name="From">Entries from the first one at or after this time on.</param>
/// <param name="PersonId">Only this person's texts.</param>
/// <param name="Limit">1 to 200 entries.</param>
public sealed record ChatPageQuery(
    long? Before = null,
    long? After = null,
    long? Around = null,
    DateTimeOffset? From = null,
    string? PersonId = null,
    int Limit = 50);

/// <summary>A run of the chat in the order of places.</summary>
public sealed record ChatPage(IReadOnlyList<ChatEntry> Entries, bool HasEarlier, bool HasLater);

/// <summary>How much there is, texts only.</summary>
public sealed record ChatSummary(long MessageCount, DateTimeOffset? FirstAt, DateTimeOffset? LastAt);

/// <summary>Where the words stand, newest first.</summary>
public sealed record ChatSearch(long Total, IReadOnlyList<long> Sequences);

/// <summary>From a time up to, not including, another.</summary>
public readonly record struct TimeInterval(DateTimeOffset Start, DateTimeOffset End);
