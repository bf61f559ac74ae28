using Conference.Core.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>Makes what one visitor is in all rooms another visitor's, who signed in.</summary>
internal sealed class VisitorHandover(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, TimeProvider time)
{
    public async Task MoveAsync(Guid former, Guid present, CancellationToken cancellationToken)
    {
        if (former == present)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var persons = await context.Persons.Where(person => person.VisitorId == former).ToListAsync(CancellationToken.None);
        var own = await context.Persons.Where(person => person.VisitorId == present).ToDictionaryAsync(person => person.RoomId, CancellationToken.None);
        foreach (var person in persons)
        {
            if (person.Access == PersonAccess.Removed)
            {
                Remove(context, person, own.GetValueOrDefault(person.RoomId), present);
            }
            else if (own.TryGetValue(person.RoomId, out var mine))
            {
                await MergeAsync(context, person, mine);
            }
            else
            {
                person.VisitorId = present;
            }
        }

        await context.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>A removal holds for both from now on: neither signing in nor signing out ends it. A host is not removed by it.</summary>
    private void Remove(ConferenceDbContext context, PersonRow removed, PersonRow? mine, Guid present)
    {
        if (mine is null)
        {
            mine = PersonRow.Create(removed.RoomId, present, removed.Name, time.GetUtcNow());
            mine.FirstAdmittedAt = removed.FirstAdmittedAt;
            context.Persons.Add(mine);
        }

        if (!mine.IsHost && mine.Access != PersonAccess.Removed)
        {
            (mine.Access, mine.AccessAt) = (PersonAccess.Removed, removed.AccessAt);
        }
    }

    /// <summary>The former person stays, as nobody's and without rights: it is the author of its messages.</summary>
    private static async Task MergeAsync(ConferenceDbContext context, PersonRow former, PersonRow mine)
    {
        mine.IsHost |= former.IsHost;
        mine.IsOwner |= former.IsOwner;
        mine.Name = mine.Name.Length == 0 ? former.Name : mine.Name;
        mine.FirstAdmittedAt = Earlier(mine.FirstAdmittedAt, former.FirstAdmittedAt);
        mine.LastVisitAt = mine.LastVisitAt > former.LastVisitAt ? mine.LastVisitAt : former.LastVisitAt;
        (mine.Access, mine.AccessAt) = Stronger(mine, former);
        await HandLinkOnAsync(context, former, mine);
        (former.IsHost, former.IsOwner, former.VisitorId) = (false, false, Guid.NewGuid());
    }

    private static (PersonAccess Access, DateTimeOffset? At) Stronger(PersonRow mine, PersonRow former)
    {
        if (mine is { Access: PersonAccess.Removed, IsHost: true })
        {
            return (former.Access, former.AccessAt);
        }

        var strongest = Rank(former).CompareTo(Rank(mine)) > 0 ? former : mine;
        return (strongest.Access, strongest.AccessAt);
    }

    private static (int Weight, DateTimeOffset? At) Rank(PersonRow person) => (person.Access switch
    {
        PersonAccess.Removed => 4,
        PersonAccess.Admitted => 3,
        PersonAccess.Denied => 2,
        PersonAccess.Waiting => 1,
        _ => 0,
    }, person.AccessAt);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static async Task HandLinkOnAsync(ConferenceDbContext context, PersonRow former, PersonRow mine)
    {
        var room = await context.Rooms.SingleAsync(room => room.Id == former.RoomId);
        if (room.HostLinkIssuerKey == former.Key)
        {
            room.HostLinkIssuerKey = mine.Key;
        }
    }
}
