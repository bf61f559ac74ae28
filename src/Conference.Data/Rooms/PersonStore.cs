using Conference.Core;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>
/// The persons of rooms. What is decided from what is there is decided under the gate: of two hosts who act at once, the second one meets what
/// the first one did.
/// </summary>
internal sealed class PersonStore(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, TimeProvider time)
{
    public async Task<PersonRecord?> FindAsync(long roomId, Guid visitorId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Persons.AsNoTracking().OfVisitorAsync(roomId, visitorId, cancellationToken))?.ToRecord();
    }

    public async Task<PersonRecord?> FindAsync(long roomId, string personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await context.Persons.AsNoTracking()
            .SingleOrDefaultAsync(person => person.RoomId == roomId && person.PublicId == personId, cancellationToken);
        return person?.ToRecord();
    }

    public Task<PersonRecord> AdmitAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken) =>
        ReceiveAsync(
            roomId,
            visitorId,
            name,
            (person, now) =>
            {
                person.Name = name;
                person.LastVisitAt = now;
                person.FirstAdmittedAt ??= now;
                person.SetAccess(PersonAccess.Admitted, now);
            },
            cancellationToken);

    public Task<PersonRecord> KnockAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken) =>
        ReceiveAsync(
            roomId,
            visitorId,
            name,
            (person, now) =>
            {
                person.Name = name;
                person.SetAccess(PersonAccess.Waiting, person.Access == PersonAccess.Waiting ? person.AccessAt ?? now : now);
            },
            cancellationToken);

    public async Task StopWaitingAsync(long roomId, PersonKey key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var person = await context.Persons.WithKeyAsync(roomId, key.Key, cancellationToken);
        if (person is { Access: PersonAccess.Waiting })
        {
            person.SetAccess(PersonAccess.None, Now());
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Records that nobody waits any more. The caller has the gate.</summary>
    public async Task StopWaitingAsync(ConferenceDbContext context, long roomId)
    {
        var now = Now();
        await context.Persons.Where(person => person.RoomId == roomId && person.Access == PersonAccess.Waiting).ExecuteUpdateAsync(update => update
            .SetProperty(person => person.Access, PersonAccess.None)
            .SetProperty(person => person.AccessAt, now));
    }

    public async Task<PersonRecord?> SetAccessAsync(
        long roomId, PersonKey key, PersonAccess access, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var person = await context.Persons.WithKeyAsync(roomId, key.Key, cancellationToken);
        if (person is not null && await MayBecomeAsync(context, person, access, cancellationToken))
        {
            person.SetAccess(access, Now());
            person.IsHost &= access != PersonAccess.Removed;
            await context.SaveChangesAsync(cancellationToken);
        }

        return person?.ToRecord();
    }

    public async Task<bool> SetHostAsync(long roomId, PersonKey key, bool isHost, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var person = await context.Persons.WithKeyAsync(roomId, key.Key, cancellationToken);
        var may = person is not null
            && (isHost ? person.Access != PersonAccess.Removed : await MayLoseRightsAsync(context, person, cancellationToken));
        if (may)
        {
            person!.IsHost = isHost;
            await context.SaveChangesAsync(cancellationToken);
        }

        return may;
    }

    public async Task<IReadOnlyList<PersonRecord>> ListAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var persons = await context.Persons.AsNoTracking()
            .Where(person => person.RoomId == roomId && person.FirstAdmittedAt != null)
            .OrderByDescending(person => person.IsHost).ThenBy(person => person.FirstAdmittedAt).ThenBy(person => person.Key)
            .ToListAsync(cancellationToken);
        return persons.ConvertAll(person => person.ToRecord());
    }

    public async Task<IReadOnlyList<PersonRecord>> ListRemovedAsync(long roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var persons = await context.Persons.AsNoTracking()
            .Where(person => person.RoomId == roomId && person.Access == PersonAccess.Removed)
            .OrderByDescending(person => person.AccessAt).ThenByDescending(person => person.Key)
            .ToListAsync(cancellationToken);
        return persons.ConvertAll(person => person.ToRecord());
    }

    /// <summary>Who was removed stays so until a host allows them back; an owner and the last host cannot be removed.</summary>
    private static async Task<bool> MayBecomeAsync(
        ConferenceDbContext context, PersonRow person, PersonAccess access, CancellationToken cancellationToken) => access switch
        {
            _ when person.Access == PersonAccess.Removed => access == PersonAccess.None,
            PersonAccess.Removed => await MayLoseRightsAsync(context, person, cancellationToken),
            _ => true,
        };

    /// <summary>An owner never; a host only if another one is left.</summary>
    private static async Task<bool> MayLoseRightsAsync(ConferenceDbContext context, PersonRow person, CancellationToken cancellationToken) =>
        !person.IsOwner && (!person.IsHost || await context.Persons.AnyAsync(
            other => other.RoomId == person.RoomId && other.IsHost && other.Key != person.Key, cancellationToken));

    /// <summary>Finds or makes the visitor's person and records why they come; who was removed stays as they are.</summary>
    private async Task<PersonRecord> ReceiveAsync(
        long roomId, Guid visitorId, string name, Action<PersonRow, DateTimeOffset> record, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var person = await context.Persons.OfVisitorAsync(roomId, visitorId, cancellationToken)
            ?? await AddAsync(context, roomId, visitorId, name, cancellationToken);
        if (person.Access != PersonAccess.Removed)
        {
            record(person, Now());
            await context.SaveChangesAsync(cancellationToken);
        }

        return person.ToRecord();
    }

    private async Task<PersonRow> AddAsync(
        ConferenceDbContext context, long roomId, Guid visitorId, string name, CancellationToken cancellationToken)
    {
        if (!await context.Rooms.AnyAsync(room => room.Id == roomId && !room.IsDeleted, cancellationToken))
        {
            throw new ConferenceException(ErrorCodes.RoomNotFound, "There is no such room.");
        }

        var person = PersonRow.Create(roomId, visitorId, name, Now());
        context.Persons.Add(person);
        return person;
    }

    private DateTimeOffset Now() => time.GetUtcNow().ToWholeMilliseconds();
}
