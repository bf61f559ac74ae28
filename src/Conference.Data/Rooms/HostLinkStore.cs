using System.Security.Cryptography;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

/// <summary>The one host link of a room, as the hash of its secret.</summary>
internal sealed class HostLinkStore(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, TimeProvider time)
{
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    public async Task SaveAsync(
        long roomId, PersonKey issuer, byte[] secretHash, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await context.Rooms.Where(room => room.Id == roomId).ExecuteUpdateAsync(
            update => update
                .SetProperty(room => room.HostLinkHash, secretHash)
                .SetProperty(room => room.HostLinkIssuerKey, issuer.Key)
                .SetProperty(room => room.HostLinkExpiresAt, expiresAt),
            cancellationToken);
    }

    /// <summary>Asks the same of the database whether or not there is such a link: how long a no takes tells nothing.</summary>
    public async Task<PersonRecord?> UseAsync(long roomId, byte[] secretHash, Guid visitorId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var room = await context.Rooms.SingleOrDefaultAsync(room => room.Id == roomId && !room.IsDeleted, cancellationToken);
        var issuer = await context.Persons.AsNoTracking().WithKeyAsync(roomId, room?.HostLinkIssuerKey, cancellationToken);
        var person = await context.Persons.OfVisitorAsync(roomId, visitorId, cancellationToken);
        var isRight = CryptographicOperations.FixedTimeEquals(room?.HostLinkHash ?? NoHash, secretHash);
        if (!isRight || !IsValid(room) || issuer is not { IsHost: true } || person is { Access: PersonAccess.Removed })
        {
            return null;
        }

        var host = HandOn(context, room!, issuer, person ?? PersonRow.Create(roomId, visitorId, name: "", time.GetUtcNow()));
        await context.SaveChangesAsync(cancellationToken);
        return host.ToRecord();
    }

    private static PersonRow HandOn(ConferenceDbContext context, RoomRow room, PersonRow issuer, PersonRow person)
    {
        (room.HostLinkHash, room.HostLinkIssuerKey, room.HostLinkExpiresAt) = (null, null, null);
        (person.IsHost, person.IsOwner) = (true, person.IsOwner || issuer.IsOwner);
        if (person.Key == 0)
        {
            context.Persons.Add(person);
        }

        return person;
    }

    private bool IsValid(RoomRow? room) => room is { HostLinkHash: not null, HostLinkExpiresAt: { } expiresAt } && time.GetUtcNow() < expiresAt;
}
