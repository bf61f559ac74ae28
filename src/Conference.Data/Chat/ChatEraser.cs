using Conference.Core.Chat;
using Conference.Data.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Chat;

/// <summary>Deletes texts for good: what hosts want gone, what is too old, and what is left of rooms whose deletion a crash cut short.</summary>
internal sealed class ChatEraser(
    IDbContextFactory<ConferenceDbContext> contexts, ChatLog log, EntryEraser entries, RoomEraser rooms, ITraces traces) : IChatEraser
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> DeleteTextsAsync(
        long roomId, PersonKey person, DateTimeOffset since, Action<IReadOnlyList<long>>? onDeleted, CancellationToken cancellationToken)
    {
        // What the person sent last may still be on its way to the disk.
        await log.SettleAsync().WaitAsync(cancellationToken);
        var places = new List<long>();
        // Once begun, it is not given up: somebody has to be told of every place.
        while (await entries.BlankAsync(roomId, person.Key, since, CancellationToken.None) is { Count: > 0 } some)
        {
            places.AddRange(some);
            onDeleted?.Invoke(some);
        }

        if (places.Count > 0)
        {
            await traces.EmptyLogAsync(CancellationToken.None);
        }

        return places;
    }

    /// <inheritdoc/>
    public async Task<long> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var (id, keepDays, isDeleted) in await ListAsync(cancellationToken))
        {
            count += isDeleted
                ? await rooms.FinishAsync(id, cancellationToken)
                : await ExpireAsync(id, now.AddDays(-keepDays), cancellationToken);
        }

        await traces.RemoveAsync(now, cancellationToken);
        return count;
    }

    private async Task<List<(long Id, int KeepDays, bool IsDeleted)>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Rooms.Where(room => room.KeepDays > 0 || room.IsDeleted)
            .Select(room => new { room.Id, room.KeepDays, room.IsDeleted }).ToListAsync(cancellationToken);
        return found.ConvertAll(room => (room.Id, room.KeepDays, room.IsDeleted));
    }

    private async Task<long> ExpireAsync(long roomId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var openCallId = await FindOpenCallAsync(roomId, cancellationToken);
        var count = 0L;
        while (await entries.DeleteAsync(roomId, before, openCallId, cancellationToken) is > 0 and var deleted)
        {
            count += deleted;
        }

        return count;
    }

    /// <summary>The line of a call that has not ended stays, however old: after a crash nothing else tells of the call.</summary>
    private async Task<long?> FindOpenCallAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var line = await context.ChatEntries.Where(entry => entry.RoomId == roomId && entry.Kind != ChatEntryKind.Text)
            .OrderByDescending(entry => entry.Sequence).Select(entry => new { entry.Id, entry.Kind }).FirstOrDefaultAsync(cancellationToken);
        return line is { Kind: ChatEntryKind.CallStarted } ? line.Id : null;
    }
}
