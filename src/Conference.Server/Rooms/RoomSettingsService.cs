using System.Security.Cryptography;
using System.Text;
using Conference.Core;
using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Turn;
using Microsoft.AspNetCore.WebUtilities;

namespace Conference.Server.Rooms;

/// <summary>What hosts decide about a room, in a call or outside: asked, put on record and told in the room's turn.</summary>
public sealed class RoomSettingsService(
    IRoomStore store,
    IRoomDirectory directory,
    HostService hosts,
    RoomTurns turns,
    RoomPasswords passwords,
    IceService ice,
    AuditTrail audit,
    TimeProvider time)
{
    private const int SecretLength = 32;
    private static readonly TimeSpan HostLinkLifetime = TimeSpan.FromHours(24);

    /// <summary>The settings as they are now.</summary>
    public async Task<RoomSettingsInfo> ReadAsync(RoomRecord room)
    {
        var removed = await store.ListRemovedAsync(room.Id, CancellationToken.None);
        return new RoomSettingsInfo(
            room.Title, room.Settings, room.PasswordHash is not null, room.KeepDays, room.LobbyMessage,
            [.. removed.Select(person => new RemovedPerson(person.Key.Id, person.Name, person.AccessAt ?? room.CreatedAt))]);
    }

    /// <summary>Changes what the request has, whose values are sane.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.NoRelay"/> when there is no relay to keep the call to.</exception>
    public async Task<RoomRecord> ChangeAsync(RoomRecord visited, Guid visitorId, ChangeSettingsRequest request)
    {
        if (request.RelayOnly == true && !ice.HasRelay)
        {
            throw new ConferenceException(ErrorCodes.NoRelay, "This server has no relay (TURN) that a call could be kept to.");
        }

        var passwordHash = request.Password is { Length: > 0 } password ? await passwords.HashAsync(password) : request.Password;
        using var turn = await turns.EnterAsync(visited.Id);
        var (room, host) = await RequireAsync(visited, visitorId, RoomAction.ManageRoom);
        var change = new RoomChange(request.Title, request.ApplyTo, passwordHash, request.LobbyMessage, request.KeepDays);
        var changed = await store.ChangeAsync(room.Id, change, CancellationToken.None) ?? throw NotFound();
        await directory.ApplyAsync(changed);
        var admitted = room.Settings.Lobby && !changed.Settings.Lobby && await hosts.AdmitAllAsync(room.Id);
        foreach (var (action, target) in SettingChanges.Between(room, changed, request))
        {
            await audit.AddAsync(room.Id, host.Key, host.Name, action, target);
        }

        if (admitted)
        {
            await audit.AddAsync(room.Id, host.Key, host.Name, AuditAction.AdmittedAll);
        }

        return changed;
    }

    /// <summary>Gives the room a new link: the old one is void at once, and so are host links and waits that came by it. Seats stay.</summary>
    public async Task<RoomRecord> ChangeLinkAsync(RoomRecord visited, Guid visitorId)
    {
        using var turn = await turns.EnterAsync(visited.Id);
        var (room, host) = await RequireAsync(visited, visitorId, RoomAction.ManageRoom);
        var changed = await store.ChangeCodeAsync(room.Id, CancellationToken.None) ?? throw NotFound();
        await directory.ApplyAsync(changed);
        await audit.AddAsync(room.Id, host.Key, host.Name, AuditAction.LinkChanged);
        return changed;
    }

    /// <summary>Lets a removed person ask again.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.UnknownParticipant"/> when nobody was removed under this id.</exception>
    public async Task AllowBackAsync(RoomRecord visited, Guid visitorId, string personId)
    {
        using var turn = await turns.EnterAsync(visited.Id);
        var (room, host) = await RequireAsync(visited, visitorId, RoomAction.ManageRoom);
        if (await store.FindPersonAsync(room.Id, personId, CancellationToken.None) is not { Access: PersonAccess.Removed } person)
        {
            throw new ConferenceException(ErrorCodes.UnknownParticipant, "That person was not removed.");
        }

        await store.SetAccessAsync(room.Id, person.Key, PersonAccess.None, CancellationToken.None);
        await directory.AllowBackAsync(room.Id, person.Key);
        await audit.AddAsync(room.Id, host.Key, host.Name, AuditAction.AllowedBack, person.Name);
    }

    /// <summary>Deletes the room and its chat for good.</summary>
    public async Task DeleteAsync(RoomRecord visited, Guid visitorId)
    {
        using var turn = await turns.EnterAsync(visited.Id);
        var (room, _) = await RequireAsync(visited, visitorId, RoomAction.DeleteRoom);
        await directory.EndAsync(room.Id, isRoomDeleted: true);
        await store.DeleteAsync(room.Id, CancellationToken.None);
    }

    /// <summary>Makes a link that makes another browser a host; an older one is void.</summary>
    public async Task<HostLink> MakeHostLinkAsync(RoomRecord visited, Guid visitorId)
    {
        using var turn = await turns.EnterAsync(visited.Id);
        var (room, host) = await RequireAsync(visited, visitorId, RoomAction.MakeHostLink);
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretLength));
        var expiresAt = time.GetUtcNow() + HostLinkLifetime;
        await store.SaveHostLinkAsync(room.Id, host.Key, Hash(secret), expiresAt, CancellationToken.None);
        await audit.AddAsync(room.Id, host.Key, host.Name, AuditAction.HostLinkMade);
        return new HostLink(secret, expiresAt);
    }

    /// <summary>Uses such a link up.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.HostLinkInvalid"/> when it is not good (any more).</exception>
    public async Task UseHostLinkAsync(RoomRecord room, Guid visitorId, string secret)
    {
        using var turn = await turns.EnterAsync(room.Id);
        var host = await store.UseHostLinkAsync(room.Id, Hash(secret), visitorId, CancellationToken.None)
            ?? throw new ConferenceException(ErrorCodes.HostLinkInvalid, "This link was used already, or is too old. Ask a host for a new one.");
        await directory.ApplyHostAsync(room.Id, host, byName: null);
        await audit.AddAsync(room.Id, host.Key, host.Name, AuditAction.HostLinkUsed);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static ConferenceException NotFound() => new(ErrorCodes.RoomNotFound, "There is no room with this code.");

    /// <summary>Asks again within the turn: what the gate saw may have changed since.</summary>
    private async Task<(RoomRecord Room, PersonRecord Host)> RequireAsync(RoomRecord visited, Guid visitorId, RoomAction action)
    {
        var room = await store.FindAsync(visited.Code, CancellationToken.None) ?? throw NotFound();
        var person = await store.FindPersonAsync(room.Id, visitorId, CancellationToken.None);
        return person is not null && Permissions.Can(Actor.Of(person, room.Id), action, room)
            ? (room, person)
            : throw new ConferenceException(ErrorCodes.NotAllowed, "You may not do this in this room.");
    }
}
