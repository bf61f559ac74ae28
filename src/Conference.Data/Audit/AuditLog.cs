using Conference.Core.Audit;
using Conference.Core.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Audit;

/// <summary>The lines of what hosts did, in the database.</summary>
internal sealed class AuditLog(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate) : IAuditLog
{
    /// <inheritdoc/>
    public async Task AppendAsync(AuditLine line, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        if (await context.Rooms.AnyAsync(room => room.Id == line.RoomId, cancellationToken))
        {
            context.Add(ToRow(line));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditLine>> ReadAsync(long roomId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await (
            from line in context.AuditLines.AsNoTracking()
            where line.RoomId == roomId
            join person in context.Persons on line.PersonKey equals person.Key
            orderby line.Id descending
            select new { line, person.PublicId }).Take(limit).ToListAsync(cancellationToken);
        return lines.ConvertAll(found => ToLine(found.line, found.PublicId));
    }

    private static AuditLineRow ToRow(AuditLine line) => new()
    {
        RoomId = line.RoomId,
        At = line.At,
        PersonKey = line.By.Key,
        ByName = line.ByName,
        Action = line.Action,
        Target = line.Target,
    };

    private static AuditLine ToLine(AuditLineRow row, string personId) =>
        new(row.RoomId, row.At, new PersonKey(row.PersonKey, personId), row.ByName, row.Action, row.Target);
}
