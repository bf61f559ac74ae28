using Conference.Core;
using Conference.Core.Audit;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs;

namespace Conference.Server.Rooms;

/// <summary>
/// What hosts do in a call. What needs no record happens in the live room at once, and goes on while the disk does not; the rest happens in the
/// room's turn: asked, put on record, told.
/// </summary>
public sealed class HostService(
    IRoomStore store, IRoomDirectory directory, IChatEraser eraser, RoomTurns turns, AuditTrail audit, RoomBroadcaster broadcaster)
{
    /// <summary>Lets one person in.</summary>
    public Task AdmitAsync(HubCaller caller, string guestId) => AnswerAsync(caller, guestId, PersonAccess.Admitted, AuditAction.Admitted);

    /// <summary>Says no to one person.</summary>
    public Task DenyAsync(HubCaller caller, string guestId) => AnswerAsync(caller, guestId, PersonAccess.Denied, AuditAction.Denied);

    /// <summary>Lets everybody in who waits now.</summary>
    public async Task AdmitAllAsync(HubCaller caller)
    {
        var seat = caller.RequireSeat();
        using var turn = await turns.EnterAsync(seat.RoomId);
        var host = await directory.RequireAsync(seat, RoomAction.AnswerLobby);
        await AdmitAllAsync(seat.RoomId);
        await audit.AddAsync(seat.RoomId, new HostDeed(host), AuditAction.AdmittedAll);
    }

    /// <summary>Lets everybody in who waits now. The caller has the room's turn and the right.</summary>
    /// <returns>Whether anybody waited.</returns>
    internal async Task<bool> AdmitAllAsync(long roomId)
    {
        var admitted = false;
        foreach (var guest in (await directory.ReadAsync(roomId))?.Lobby ?? [])
        {
            admitted |= await TryAnswerAsync(roomId, guest, PersonAccess.Admitted);
        }

        return admitted;
    }

    /// <summary>Mutes one participant.</summary>
    /// <returns>Done; the task in it ends when it is on record.</returns>
    public Task<Task> MuteAsync(HubCaller caller, string targetId) =>
        CommandAsync(caller, AuditAction.Muted, (room, seat) => room.Mute(seat, targetId));

    /// <summary>Mutes everybody but the hosts.</summary>
    /// <returns>As <see cref="MuteAsync"/>.</returns>
    public Task<Task> MuteAllAsync(HubCaller caller) => CommandAsync(caller, AuditAction.MutedAll, (room, seat) => room.MuteAll(seat));

    /// <summary>Stops one participant's video.</summary>
    /// <returns>As <see cref="MuteAsync"/>.</returns>
    public Task<Task> StopVideoAsync(HubCaller caller, string targetId) =>
        CommandAsync(caller, AuditAction.VideoStopped, (room, seat) => room.StopVideo(seat, targetId));

    /// <summary>Stops one participant's share of the screen.</summary>
    /// <returns>As <see cref="MuteAsync"/>.</returns>
    public Task<Task> StopScreenAsync(HubCaller caller, string targetId) =>
        CommandAsync(caller, AuditAction.ScreenStopped, (room, seat) => room.StopScreen(seat, targetId));

    /// <summary>Asks one participant to unmute.</summary>
    /// <returns>As <see cref="MuteAsync"/>.</returns>
    public Task<Task> AskToUnmuteAsync(HubCaller caller, string targetId) =>
        CommandAsync(caller, AuditAction.AskedToUnmute, (room, seat) => room.AskToUnmute(seat, targetId));

    /// <summary>Lowers one participant's hand.</summary>
    /// <returns>As <see cref="MuteAsync"/>.</returns>
    public Task<Task> LowerHandOfAsync(HubCaller caller, string targetId) =>
        CommandAsync(caller, AuditAction.HandLowered, (room, seat) => room.LowerHandOf(seat, targetId));

    /// <summary>Shows one participant large to everybody; null ends that.</summary>
    /// <returns>As <see cref="MuteAsync"/>.</returns>
    public Task<Task> SetSpotlightAsync(HubCaller caller, string? targetId) => CommandAsync(
        caller, targetId is null ? AuditAction.SpotlightEnded : AuditAction.Spotlighted, (room, seat) => room.SetSpotlight(seat, targetId));

    /// <summary>Makes a participant's person a host, or takes that back.</summary>
    public async Task SetHostAsync(HubCaller caller, string targetId, bool isHost)
    {
        var seat = caller.RequireSeat();
        using var turn = await turns.EnterAsync(seat.RoomId);
        var deed = await directory.RequireTargetAsync(seat, RoomAction.ManageHosts, targetId);
        var target = deed.Target!;
        if (target.IsOwner && !isHost)
        {
            throw new ConferenceException(ErrorCodes.NotAllowed, "Whoever opened the room stays a host.");
        }

        if (!await store.SetHostAsync(seat.RoomId, target.Person, isHost, CancellationToken.None))
        {
            throw new ConferenceException(ErrorCodes.LastHost, "Make somebody else a host first.");
        }

        if (await store.FindPersonAsync(seat.RoomId, target.Person.Id, CancellationToken.None) is { } person)
        {
            await directory.ApplyHostAsync(seat.RoomId, person, deed.Host.Name);
        }

        await audit.AddAsync(seat.RoomId, deed, isHost ? AuditAction.MadeHost : AuditAction.RemovedAsHost);
    }

    /// <summary>Removes a participant's person: out of the call at once, then out for good.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.NotStored"/>: out of the call, but not on record.</exception>
    public async Task RemoveAsync(HubCaller caller, string targetId, bool deleteMessages)
    {
        var seat = caller.RequireSeat();
        var (deed, callStartedAt) = await directory.RemoveAsync(seat, targetId);
        using var turn = await turns.EnterAsync(seat.RoomId);
        try
        {
            await KeepOutAsync(seat.RoomId, deed);
            if (deleteMessages)
            {
                await DeleteMessagesAsync(seat.RoomId, deed, callStartedAt);
            }
        }
        catch (Exception fault) when (fault is not ConferenceException)
        {
            throw new ConferenceException(ErrorCodes.NotStored, "They are out of the call, but that could not be stored. They could come back later.");
        }
    }

    /// <summary>Everything at once.</summary>
    public async Task SuspendAsync(HubCaller caller)
    {
        var seat = caller.RequireSeat();
        using var turn = await turns.EnterAsync(seat.RoomId);
        var host = await directory.RequireAsync(seat, RoomAction.SuspendRoom);
        await directory.CommandAsync(seat, room => room.Suspend(seat));
        await ChangeAsync(seat.RoomId, settings => settings with
        {
            Locked = true,
            MayChat = false,
            MayUnmute = false,
            MayShareScreens = false,
            MayRecord = false,
        });
        await audit.AddAsync(seat.RoomId, new HostDeed(host), AuditAction.Suspended);
    }

    /// <summary>Ends the call for everyone. Resume tokens are void from now on.</summary>
    public async Task EndCallAsync(HubCaller caller)
    {
        var seat = caller.RequireSeat();
        using var turn = await turns.EnterAsync(seat.RoomId);
        var host = await directory.RequireAsync(seat, RoomAction.EndCall);
        await directory.EndAsync(seat.RoomId, isRoomDeleted: false);
        await store.VoidTokensAsync(seat.RoomId, CancellationToken.None);
        await audit.AddAsync(seat.RoomId, new HostDeed(host), AuditAction.CallEnded);
    }

    private async Task<Task> CommandAsync(HubCaller caller, AuditAction action, Func<HostCommands, SeatKey, HostDeed> command)
    {
        var seat = caller.RequireSeat();
        var deed = await directory.CommandAsync(seat, room => command(room, seat));
        return audit.AddAsync(seat.RoomId, deed, action);
    }

    private async Task AnswerAsync(HubCaller caller, string guestId, PersonAccess access, AuditAction action)
    {
        var seat = caller.RequireSeat();
        using var turn = await turns.EnterAsync(seat.RoomId);
        var guest = await directory.RequireGuestAsync(seat, guestId);
        var host = await directory.RequireAsync(seat, RoomAction.AnswerLobby);
        if (!await TryAnswerAsync(seat.RoomId, guest, access))
        {
            throw new ConferenceException(ErrorCodes.NotWaiting, "This person does not wait in the lobby any more.");
        }

        await audit.AddAsync(seat.RoomId, host.Person, host.Name, action, guest.Name);
    }

    /// <summary>Puts the answer on record, then tells it.</summary>
    /// <returns>False when the guest gave up meanwhile, whose answer is void.</returns>
    private async Task<bool> TryAnswerAsync(long roomId, LobbyGuest guest, PersonAccess access)
    {
        await store.SetAccessAsync(roomId, guest.Person, access, CancellationToken.None);
        if (await directory.StopWaitingAsync(new LobbyKey(roomId, guest.Id, guest.ConnectionId)) is null)
        {
            await store.SetAccessAsync(roomId, guest.Person, PersonAccess.None, CancellationToken.None);
            return false;
        }

        broadcaster.Answer(guest, access == PersonAccess.Admitted);
        return true;
    }

    /// <summary>Bans the person, and turns the lobby on: a browser that forgot its cookie is a stranger again, and strangers are asked.</summary>
    /// <exception cref="ConferenceException">
    /// <see cref="ErrorCodes.LastHost"/>: meanwhile the room has no other host, and keeps this one.
    /// </exception>
    private async Task KeepOutAsync(long roomId, HostDeed deed)
    {
        if (await store.SetAccessAsync(roomId, deed.Target!.Person, PersonAccess.Removed, CancellationToken.None) is not { Access: PersonAccess.Removed })
        {
            throw new ConferenceException(ErrorCodes.LastHost, "They are out of the call, but are the last host and may come back.");
        }

        await audit.AddAsync(roomId, deed, AuditAction.Removed);
        if (await directory.ReadAsync(roomId) is not { Settings.Lobby: true })
        {
            await ChangeAsync(roomId, settings => settings with { Lobby = true });
            await audit.AddAsync(roomId, new HostDeed(deed.Host), AuditAction.LobbyOn);
        }
    }

    private async Task DeleteMessagesAsync(long roomId, HostDeed deed, DateTimeOffset since)
    {
        await eraser.DeleteTextsAsync(
            roomId, deed.Target!.Person, since, sequences => broadcaster.SendDeleted(roomId, sequences), CancellationToken.None);
        await audit.AddAsync(roomId, deed, AuditAction.MessagesDeleted);
    }

    private async Task ChangeAsync(long roomId, Func<RoomSettings, RoomSettings> change)
    {
        if (await store.ChangeAsync(roomId, new RoomChange(Settings: change), CancellationToken.None) is { } room)
        {
            await directory.ApplyAsync(room);
        }
    }
}
