using System.Linq.Expressions;
using Conference.Core.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Chat;

/// <summary>
/// Erases entries piece by piece: each piece with all that is known of it in one transaction, and so small that the chat's writer, who waits
/// meanwhile, hardly notices.
/// </summary>
internal sealed class EntryEraser(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, TimeProvider time)
{
    // Taking a text out of the search costs its every word a look-up: this is some 20 ms of them.
    private const int MostEntries = 64;
    private const int MostCharacters = 8000;

    /// <summary>Takes the texts out of the person's entries since a time; their places stay.</summary>
    /// <returns>Some places; none when all is done.</returns>
    public async Task<IReadOnlyList<long>> BlankAsync(
        long roomId, long personKey, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var chunk = await EraseAsync(
            roomId,
            entry => entry.SentAt >= since && entry.PersonKey == personKey && entry.Kind == ChatEntryKind.Text && !entry.IsDeleted,
            entries => entries.ExecuteUpdateAsync(
                update => update.SetProperty(entry => entry.Text, (string?)null).SetProperty(entry => entry.IsDeleted, true), CancellationToken.None),
            cancellationToken);
        return chunk.ConvertAll(entry => entry.Sequence);
    }

    /// <summary>Deletes the oldest entries from before a time.</summary>
    /// <returns>How many; 0 when all is done.</returns>
    public async Task<int> DeleteAsync(long roomId, DateTimeOffset before, long? keptId, CancellationToken cancellationToken)
    {
        var chunk = await EraseAsync(
            roomId,
            entry => entry.SentAt < before && entry.Id != keptId,
            entries => entries.ExecuteDeleteAsync(CancellationToken.None),
            cancellationToken);
        return chunk.Count;
    }

    private async Task<List<ChatEntryRow>> EraseAsync(
        long roomId,
        Expression<Func<ChatEntryRow, bool>> which,
        Func<IQueryable<ChatEntryRow>, Task> erase,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        var entries = await context.ChatEntries.AsNoTracking().Where(entry => entry.RoomId == roomId).Where(which)
            .OrderBy(entry => entry.SentAt).ThenBy(entry => entry.Id).Take(MostEntries).ToListAsync(CancellationToken.None);
        var chunk = Cut(entries);
        if (chunk.Count > 0)
        {
            var ids = chunk.ConvertAll(entry => entry.Id);
            await erase(context.ChatEntries.Where(entry => ids.Contains(entry.Id)));
            await CountAsync(context, roomId, chunk);
            context.ForgetTexts(chunk, time.GetUtcNow());
            await transaction.CommitAsync(CancellationToken.None);
        }

        return chunk;
    }

    private static List<ChatEntryRow> Cut(List<ChatEntryRow> entries)
    {
        var characters = 0;
        return [.. entries.TakeWhile((entry, index) => (characters += entry.Text?.Length ?? 0) <= MostCharacters || index == 0)];
    }

    private static async Task CountAsync(ConferenceDbContext context, long roomId, List<ChatEntryRow> chunk)
    {
        var room = await context.Rooms.SingleAsync(room => room.Id == roomId);
        room.ErasedTexts += chunk.Count(entry => entry is { Kind: ChatEntryKind.Text, IsDeleted: false });
        var last = chunk.MaxBy(entry => entry.Sequence)!;
        if (last.Sequence > room.TailSequence)
        {
            (room.TailSequence, room.TailTextCount) = (last.Sequence, last.TextCount);
        }

        await context.SaveChangesAsync();
    }
}
