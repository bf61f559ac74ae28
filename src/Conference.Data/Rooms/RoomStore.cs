using System.Globalization;
using System.Security.Cryptography;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Data.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>Rooms and persons in the database.</summary>
internal sealed class RoomStore(
    IDbContextFactory<ConferenceDbContext> contexts, IConnections connections, WriteGate gate, TimeProvider time) : IRoomStore
{
    private const string PublicIdAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int PublicIdLength = 16;

    // Kind 1 starts a call. That it is not 0 is said for the index of the calls' lines.
    private const string HasOpenCallsText =
        """
        SELECT COUNT(*) FROM "ChatEntries" AS line
        WHERE line."Kind" <> 0 AND line."Kind" = 1 AND NOT EXISTS (
            SELECT 1 FROM "ChatEntries" AS later
            WHERE later."Kind" <> 0 AND later."RoomId" = line."RoomId" AND later."Sequence" > line."Sequence")
        """;

    /// <inheritdoc/>
    public async Task<RoomRecord> CreateAsync(string title, Guid visitorId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var room = new RoomRow { Code = RoomCode.Create().Letters, Title = title, CreatedAt = Now() };
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Rooms.Add(room);
        await context.SaveChangesAsync(cancellationToken);
        context.Persons.Add(NewPerson(room.Id, visitorId, name: "", isHost: true));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return room.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<RoomRecord?> FindAsync(RoomCode code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = code.Letters;
        var room = await context.Rooms.AsNoTracking().SingleOrDefaultAsync(room => room.Code == letters, cancellationToken);
        return room?.ToRecord();
    }

    /// <inheritdoc/>
    public async Task RenameAsync(long roomId, string title, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await context.Rooms.Where(room => room.Id == roomId)
            .ExecuteUpdateAsync(update => update.SetProperty(room => room.Title, title), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<PersonRecord?> FindPersonAsync(long roomId, Guid visitorId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await FindPersonRowAsync(context.Persons.AsNoTracking(), roomId, visitorId, cancellationToken);
        return person?.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<PersonRecord> AdmitAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var person = await FindPersonRowAsync(context.Persons, roomId, visitorId, cancellationToken);
        if (person is null)
        {
            person = NewPerson(roomId, visitorId, name, isHost: false);
            context.Persons.Add(person);
        }

        person.Name = name;
        person.LastVisitAt = Now();
        person.FirstAdmittedAt ??= person.LastVisitAt;
        await context.SaveChangesAsync(cancellationToken);
        return person.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonRecord>> ListPersonsAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var persons = await context.Persons.AsNoTracking()
            .Where(person => person.RoomId == roomId && person.FirstAdmittedAt != null)
            .OrderByDescending(person => person.IsHost).ThenBy(person => person.FirstAdmittedAt).ThenBy(person => person.Key)
            .ToListAsync(cancellationToken);
        return persons.ConvertAll(person => person.ToRecord());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<VisitedRoom>> ListVisitedAsync(Guid visitorId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visits = await (
            from person in context.Persons.AsNoTracking()
            where person.VisitorId == visitorId
            join room in context.Rooms on person.RoomId equals room.Id
            let lastTextAt = context.ChatEntries
                .Where(entry => entry.RoomId == room.Id && entry.Kind == ChatEntryKind.Text)
                .OrderByDescending(entry => entry.Sequence)
                .Select(entry => (DateTimeOffset?)entry.SentAt).FirstOrDefault()
            orderby lastTextAt ?? person.LastVisitAt descending, room.Id descending
            select new { room, person }).Take(limit).ToListAsync(cancellationToken);

        var rooms = new List<VisitedRoom>(visits.Count);
        foreach (var visit in visits)
        {
            var lastText = await FindLastTextAsync(context, visit.room.Id, cancellationToken);
            rooms.Add(new VisitedRoom(
                visit.room.ToRecord(), visit.person.ToRecord(), lastText, lastText?.SentAt ?? visit.person.LastVisitAt));
        }

        return rooms;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenCall>> ListOpenCallsAsync(CancellationToken cancellationToken)
    {
        if (!await HasOpenCallsAsync(cancellationToken))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = context.ChatEntries.AsNoTracking().Where(entry => entry.Kind != ChatEntryKind.Text);
        var started = await lines
            .Where(line => line.Kind == ChatEntryKind.CallStarted
                && !lines.Any(later => later.RoomId == line.RoomId && later.Sequence > line.Sequence))
            .Include(line => line.Person)
            .ToListAsync(cancellationToken);

        var calls = new List<OpenCall>(started.Count);
        foreach (var line in started)
        {
            calls.Add(await DescribeCallAsync(context, line, cancellationToken));
        }

        return calls;
    }

    private async Task<bool> HasOpenCallsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = HasOpenCallsText;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }

    private static async Task<OpenCall> DescribeCallAsync(ConferenceDbContext context, ChatEntryRow started, CancellationToken cancellationToken)
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

    private static Task<PersonRow?> FindPersonRowAsync(
        IQueryable<PersonRow> persons, long roomId, Guid visitorId, CancellationToken cancellationToken) =>
        persons.SingleOrDefaultAsync(person => person.RoomId == roomId && person.VisitorId == visitorId, cancellationToken);

    private static async Task<ChatEntry?> FindLastTextAsync(ConferenceDbContext context, long roomId, CancellationToken cancellationToken)
    {
        var row = await context.ChatEntries.AsNoTracking().Include(entry => entry.Person)
            .Where(entry => entry.RoomId == roomId && entry.Kind == ChatEntryKind.Text)
            .OrderByDescending(entry => entry.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return row?.ToEntry();
    }

    private PersonRow NewPerson(long roomId, Guid visitorId, string name, bool isHost) => new()
    {
        RoomId = roomId,
        PublicId = RandomNumberGenerator.GetString(PublicIdAlphabet, PublicIdLength),
        VisitorId = visitorId,
        Name = name,
        IsHost = isHost,
        LastVisitAt = Now(),
    };

    private DateTimeOffset Now() => time.GetUtcNow().ToWholeMilliseconds();
}
