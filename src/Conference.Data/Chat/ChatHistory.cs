using System.Text;
using Conference.Core.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Chat;

/// <summary>Reads by keys: no answer costs more in a long chat than in a short one, but for the number of hits of a search.</summary>
internal sealed class ChatHistory(IDbContextFactory<ConferenceDbContext> contexts, TextIndexer indexer) : IChatHistory
{
    private const long NoPerson = -1;

    /// <inheritdoc/>
    public async Task<ChatPage> ReadPageAsync(long roomId, ChatPageQuery query, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await FindEntriesAsync(context, roomId, query.PersonId, cancellationToken);
        return query switch
        {
            { Before: { } before } => await ReadBackAsync(entries, before, query.Limit, cancellationToken),
            { After: { } after } => await ReadOnAsync(entries, Math.Min(after, long.MaxValue - 1) + 1, query.Limit, cancellationToken),
            { Around: { } around } => await ReadAroundAsync(entries, around, query.Limit, cancellationToken),
            { From: { } from } => await ReadOnAsync(
                entries, await FindFirstAsync(context, roomId, from, cancellationToken), query.Limit, cancellationToken),
            _ => await ReadBackAsync(entries, long.MaxValue, query.Limit, cancellationToken),
        };
    }

    /// <inheritdoc/>
    public async Task<ChatSummary> SummarizeAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = context.ChatEntries.AsNoTracking().Where(entry => entry.RoomId == roomId);
        var texts = entries.Where(entry => entry.Kind == ChatEntryKind.Text && !entry.IsDeleted);
        var counts = await context.Rooms.Where(room => room.Id == roomId).Select(room => new
        {
            Newest = entries.OrderByDescending(entry => entry.Sequence).Select(entry => entry.TextCount).FirstOrDefault(),
            room.TailTextCount,
            room.ErasedTexts,
        }).SingleOrDefaultAsync(cancellationToken);
        var first = await texts.OrderBy(entry => entry.Sequence).Select(entry => (DateTimeOffset?)entry.SentAt)
            .FirstOrDefaultAsync(cancellationToken);
        var last = await texts.OrderByDescending(entry => entry.Sequence).Select(entry => (DateTimeOffset?)entry.SentAt)
            .FirstOrDefaultAsync(cancellationToken);
        return new ChatSummary(counts is null ? 0 : Math.Max(counts.Newest, counts.TailTextCount) - counts.ErasedTexts, first, last);
    }

    /// <inheritdoc/>
    public async Task<ChatSearch> SearchAsync(
        long roomId, string text, string? personId, int limit, CancellationToken cancellationToken)
    {
        var words = SplitWords(text);
        if (words.Count == 0)
        {
            return new ChatSearch(0, []);
        }

        await indexer.CatchUpAsync(cancellationToken);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = context.FindTexts(roomId, words).AsNoTracking().Where(entry => !entry.IsDeleted);
        if (personId is not null)
        {
            found = found.Where(entry => entry.Person!.PublicId == personId);
        }

        var sequences = await found.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Sequence)
            .Take(limit).ToListAsync(cancellationToken);
        var total = sequences.Count < limit ? sequences.Count : await found.LongCountAsync(cancellationToken);
        return new ChatSearch(total, sequences);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> HasMessagesAsync(
        long roomId, IReadOnlyList<TimeInterval> intervals, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var texts = context.ChatEntries.Where(entry => entry.RoomId == roomId && entry.Kind == ChatEntryKind.Text && !entry.IsDeleted);
        var answers = new List<bool>(intervals.Count);
        foreach (var (start, end) in intervals)
        {
            answers.Add(await texts.AnyAsync(entry => entry.SentAt >= start && entry.SentAt < end, cancellationToken));
        }

        return answers;
    }

    /// <summary>What is paged: the room's entries, or those of one person, whom no other room has.</summary>
    private async Task<IQueryable<ChatEntryRow>> FindEntriesAsync(
        ConferenceDbContext context, long roomId, string? personId, CancellationToken cancellationToken)
    {
        if (personId is null)
        {
            return context.ChatEntries.AsNoTracking().Include(entry => entry.Person).Where(entry => entry.RoomId == roomId);
        }

        await indexer.CatchUpAsync(cancellationToken);
        var key = await context.Persons.Where(person => person.RoomId == roomId && person.PublicId == personId)
            .Select(person => (long?)person.Key).FirstOrDefaultAsync(cancellationToken);
        return context.FindTextsOf(roomId, key ?? NoPerson).AsNoTracking().Include(entry => entry.Person);
    }

    private static async Task<ChatPage> ReadBackAsync(
        IQueryable<ChatEntryRow> entries, long before, int limit, CancellationToken cancellationToken)
    {
        var (page, hasEarlier) = await TakeBeforeAsync(entries, before, limit, cancellationToken);
        var hasLater = before != long.MaxValue && await entries.AnyAsync(entry => entry.Sequence >= before, cancellationToken);
        return new ChatPage(page, hasEarlier, hasLater);
    }

    private static async Task<ChatPage> ReadOnAsync(
        IQueryable<ChatEntryRow> entries, long first, int limit, CancellationToken cancellationToken)
    {
        var (page, hasLater) = await TakeFromAsync(entries, first, limit, cancellationToken);
        var hasEarlier = await entries.AnyAsync(entry => entry.Sequence < first, cancellationToken);
        return new ChatPage(page, hasEarlier, hasLater);
    }

    private static async Task<ChatPage> ReadAroundAsync(
        IQueryable<ChatEntryRow> entries, long around, int limit, CancellationToken cancellationToken)
    {
        var (earlier, hasEarlier) = await TakeBeforeAsync(entries, around, limit / 2, cancellationToken);
        var (later, hasLater) = await TakeFromAsync(entries, around, limit - earlier.Count, cancellationToken);
        return new ChatPage([.. earlier, .. later], hasEarlier, hasLater);
    }

    /// <summary>The place of the room's first entry at or after the time; behind the last one if there is none.</summary>
    private static async Task<long> FindFirstAsync(
        ConferenceDbContext context, long roomId, DateTimeOffset from, CancellationToken cancellationToken) =>
        await context.ChatEntries.Where(entry => entry.RoomId == roomId && entry.SentAt >= from)
            .OrderBy(entry => entry.SentAt).ThenBy(entry => entry.Id)
            .Select(entry => (long?)entry.Sequence).FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;

    private static async Task<(List<ChatEntry> Page, bool HasMore)> TakeBeforeAsync(
        IQueryable<ChatEntryRow> entries, long before, int limit, CancellationToken cancellationToken)
    {
        var rows = await entries.Where(entry => entry.Sequence < before).OrderByDescending(entry => entry.Sequence)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var (page, hasMore) = Cut(rows, limit);
        page.Reverse();
        return (page, hasMore);
    }

    private static async Task<(List<ChatEntry> Page, bool HasMore)> TakeFromAsync(
        IQueryable<ChatEntryRow> entries, long first, int limit, CancellationToken cancellationToken)
    {
        var rows = await entries.Where(entry => entry.Sequence >= first).OrderBy(entry => entry.Sequence)
            .Take(limit + 1).ToListAsync(cancellationToken);
        return Cut(rows, limit);
    }

    // One row more than the page tells whether there is more.
    private static (List<ChatEntry> Page, bool HasMore) Cut(List<ChatEntryRow> rows, int limit) =>
        ([.. rows.Take(limit).Select(row => row.ToEntry())], rows.Count > limit);

    private static List<string> SplitWords(string text) =>
        [.. string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit))];
}
