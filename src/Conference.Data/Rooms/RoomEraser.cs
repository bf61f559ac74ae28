using Conference.Data.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>
/// Deletes rooms for good. From the first step on nobody finds the room; its chat then goes piece by piece, so that the chats of other
/// rooms go on meanwhile, and the row goes last: what a crash left is found by it.
/// </summary>
internal sealed class RoomEraser(
    IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, EntryEraser entries, ITraces traces, TimeProvider time)
{
    /// <summary>Once begun, it is not given up.</summary>
    public async Task DeleteAsync(long roomId, CancellationToken cancellationToken)
    {
        await HideAsync(roomId, cancellationToken);
        await FinishAsync(roomId, CancellationToken.None);
        await traces.EmptyLogAsync(CancellationToken.None);
    }

    /// <summary>Erases a room that is hidden already.</summary>
    /// <returns>How many entries it had.</returns>
    public async Task<long> FinishAsync(long roomId, CancellationToken cancellationToken)
    {
        var count = 0L;
        while (await entries.DeleteAsync(roomId, DateTimeOffset.MaxValue, keptId: null, cancellationToken) is > 0 and var deleted)
        {
            count += deleted;
        }

        await DeleteRowAsync(roomId, cancellationToken);
        return count;
    }

    private async Task HideAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await context.Rooms.Where(room => room.Id == roomId)
            .ExecuteUpdateAsync(update => update.SetProperty(room => room.IsDeleted, true), cancellationToken);
    }

    /// <summary>With the room go its persons and what its hosts did.</summary>
    private async Task DeleteRowAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        await context.Rooms.Where(room => room.Id == roomId).ExecuteDeleteAsync(CancellationToken.None);
        context.ForgetTexts([], time.GetUtcNow());
        await transaction.CommitAsync(CancellationToken.None);
    }
}
