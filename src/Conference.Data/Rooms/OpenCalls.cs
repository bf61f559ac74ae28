using System.Globalization;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Data.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>Finds the calls that have a beginning but no end in the chat.</summary>
internal sealed class OpenCalls(IDbContextFactory<ConferenceDbContext> contexts, IConnections connections)
{
    // Kind 1 starts a call. That it is not 0 is said for the index of the calls' lines.
    private const string HasOpenCallsText =
        """
        SELECT COUNT(*) FROM "ChatEntries" AS line
        WHERE line."Kind" <> 0 AND line."Kind" = 1 AND NOT EXISTS (
            SELECT 1 FROM "ChatEntries" AS later
            WHERE later."Kind" <> 0 AND later."RoomId" = line."RoomId" AND later."Sequence" > line."Sequence")
        """;

    public async Task<IReadOnlyList<OpenCall>> ListAsync(CancellationToken cancellationToken)
    {
        if (!await AnyAsync(cancellationToken))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = context.ChatEntries.AsNoTracking().Where(entry => entry.Kind != ChatEntryKind.Text);
        var started = await lines
            .Where(line => line.Kind == ChatEntryKind.CallStarted
                && !lines.Any(later => later.RoomId == line.RoomId && later.Sequence > line.Sequence)
                && context.Rooms.Any(room => room.Id == line.RoomId && !room.IsDeleted))
            .Include(line => line.Person)
            .ToListAsync(cancellationToken);

        var calls = new List<OpenCall>(started.Count);
        foreach (var line in started)
        {
            calls.Add(await DescribeAsync(context, line, cancellationToken));
        }

        return calls;
    }

    private async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = HasOpenCallsText;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }

    private static async Task<OpenCall> DescribeAsync(ConferenceDbContext context, ChatEntryRow started, CancellationToken cancellationToken)
    {
        var room = await context.Rooms.AsNoTracking().SingleAsync(room => room.Id == started.RoomId, cancellationToken);
        var newest = await context.ChatEntries.Where(entry => entry.RoomId == room.Id)
            .OrderByDescending(entry => entry.Sequence).Select(entry => entry.SentAt).FirstAsync(cancellationToken);
        var visits = await context.Persons.AsNoTracking()
            .Where(person => person.RoomId == room.Id && person.FirstAdmittedAt != null && person.LastVisitAt >= started.SentAt)
            .OrderBy(person => person.Key).ToListAsync(cancellationToken);

        var lastSeenAt = visits.Select(person => person.LastVisitAt).Append(newest).Max();
        var persons = visits.Select(person => person.PublicId);
        return new OpenCall(
            room.ToRecord(), started.SentAt, lastSeenAt,
            started.Person is null ? [.. persons] : [.. persons.Prepend(started.Person.PublicId).Distinct()]);
    }
}
