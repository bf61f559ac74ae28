using Conference.Core;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Data.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>Rooms in the database. What concerns one of their persons, links or calls is passed on to who knows it.</summary>
internal sealed class RoomStore(
    IDbContextFactory<ConferenceDbContext> contexts,
    WriteGate gate,
    TimeProvider time,
    PersonStore persons,
    HostLinkStore hostLinks,
    VisitorHandover handover,
    OpenCalls openCalls,
    RoomEraser eraser) : IRoomStore
{
    /// <inheritdoc/>
    public async Task<RoomRecord> CreateAsync(string title, Guid visitorId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().ToWholeMilliseconds();
        var room = new RoomRow { Code = RoomCode.Create().Letters, Title = title, CreatedAt = now };
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        context.Rooms.Add(room);
        await context.SaveChangesAsync(CancellationToken.None);
        var owner = PersonRow.Create(room.Id, visitorId, name: "", now);
        (owner.IsHost, owner.IsOwner) = (true, true);
        context.Persons.Add(owner);
        await context.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return room.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<RoomRecord?> FindAsync(RoomCode code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = code.Letters;
        var room = await context.Rooms.AsNoTracking()
            .SingleOrDefaultAsync(room => room.Code == letters && !room.IsDeleted, cancellationToken);
        return room?.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<RoomRecord?> FindAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var room = await context.Rooms.AsNoTracking().SingleOrDefaultAsync(room => room.Id == roomId && !room.IsDeleted, cancellationToken);
        return room?.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<RoomRecord?> ChangeAsync(long roomId, RoomChange change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var room = await context.Rooms.SingleOrDefaultAsync(room => room.Id == roomId && !room.IsDeleted, cancellationToken);
        if (room is not null)
        {
            Apply(change, room);
            await context.SaveChangesAsync(cancellationToken);
        }

        return room?.ToRecord();
    }

    /// <inheritdoc/>
    public async Task<RoomRecord?> ChangeCodeAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        if (await context.Rooms.SingleOrDefaultAsync(room => room.Id == roomId && !room.IsDeleted, CancellationToken.None) is not { } room)
        {
            return null;
        }

        room.Code = RoomCode.Create().Letters;
        await context.SaveChangesAsync(CancellationToken.None);
        await persons.StopWaitingAsync(context, roomId);
        await transaction.CommitAsync(CancellationToken.None);
        return room.ToRecord();
    }

    /// <inheritdoc/>
    public async Task VoidTokensAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        // The next millisecond: one made within this one was made until now.
        var from = time.GetUtcNow().ToWholeMilliseconds().AddMilliseconds(1);
        await context.Rooms.Where(room => room.Id == roomId)
            .ExecuteUpdateAsync(update => update.SetProperty(room => room.TokensFrom, from), cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(long roomId, CancellationToken cancellationToken) => eraser.DeleteAsync(roomId, cancellationToken);

    /// <inheritdoc/>
    public Task<PersonRecord?> FindPersonAsync(long roomId, Guid visitorId, CancellationToken cancellationToken) =>
        persons.FindAsync(roomId, visitorId, cancellationToken);

    /// <inheritdoc/>
    public Task<PersonRecord?> FindPersonAsync(long roomId, string personId, CancellationToken cancellationToken) =>
        persons.FindAsync(roomId, personId, cancellationToken);

    /// <inheritdoc/>
    public Task<PersonRecord> AdmitAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken) =>
        persons.AdmitAsync(roomId, visitorId, name, cancellationToken);

    /// <inheritdoc/>
    public Task<PersonRecord> KnockAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken) =>
        persons.KnockAsync(roomId, visitorId, name, cancellationToken);

    /// <inheritdoc/>
    public Task StopWaitingAsync(long roomId, PersonKey person, CancellationToken cancellationToken) =>
        persons.StopWaitingAsync(roomId, person, cancellationToken);

    /// <inheritdoc/>
    public Task<PersonRecord?> SetAccessAsync(long roomId, PersonKey person, PersonAccess access, CancellationToken cancellationToken) =>
        persons.SetAccessAsync(roomId, person, access, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SetHostAsync(long roomId, PersonKey person, bool isHost, CancellationToken cancellationToken) =>
        persons.SetHostAsync(roomId, person, isHost, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PersonRecord>> ListRemovedAsync(long roomId, CancellationToken cancellationToken) =>
        persons.ListRemovedAsync(roomId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PersonRecord>> ListPersonsAsync(long roomId, CancellationToken cancellationToken) =>
        persons.ListAsync(roomId, cancellationToken);

    /// <inheritdoc/>
    public Task SaveHostLinkAsync(
        long roomId, PersonKey issuer, byte[] secretHash, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        hostLinks.SaveAsync(roomId, issuer, secretHash, expiresAt, cancellationToken);

    /// <inheritdoc/>
    public Task<PersonRecord?> UseHostLinkAsync(long roomId, byte[] secretHash, Guid visitorId, CancellationToken cancellationToken) =>
        hostLinks.UseAsync(roomId, secretHash, visitorId, cancellationToken);

    /// <inheritdoc/>
    public Task MoveVisitorAsync(Guid former, Guid present, CancellationToken cancellationToken) =>
        handover.MoveAsync(former, present, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<VisitedRoom>> ListVisitedAsync(Guid visitorId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visits = await (
            from person in context.Persons.AsNoTracking()
            where person.VisitorId == visitorId && person.Access != PersonAccess.Removed && (person.IsHost || person.FirstAdmittedAt != null)
            join room in context.Rooms on person.RoomId equals room.Id
            where !room.IsDeleted
            let lastTextAt = context.ChatEntries
                .Where(entry => entry.RoomId == room.Id && entry.Kind == ChatEntryKind.Text && !entry.IsDeleted)
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
    public Task<IReadOnlyList<OpenCall>> ListOpenCallsAsync(CancellationToken cancellationToken) => openCalls.ListAsync(cancellationToken);

    private static void Apply(RoomChange change, RoomRow room)
    {
        room.Title = change.Title ?? room.Title;
        room.Settings = change.Settings?.Invoke(room.Settings) ?? room.Settings;
        room.PasswordHash = change.PasswordHash is "" ? null : change.PasswordHash ?? room.PasswordHash;
        room.LobbyMessage = change.LobbyMessage ?? room.LobbyMessage;
        room.KeepDays = change.KeepDays ?? room.KeepDays;
    }

    private static async Task<ChatEntry?> FindLastTextAsync(ConferenceDbContext context, long roomId, CancellationToken cancellationToken)
    {
        var row = await context.ChatEntries.AsNoTracking().Include(entry => entry.Person)
            .Where(entry => entry.RoomId == roomId && entry.Kind == ChatEntryKind.Text && !entry.IsDeleted)
            .OrderByDescending(entry => entry.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return row?.ToEntry();
    }
}
