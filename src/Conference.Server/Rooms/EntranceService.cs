using System.Security.Cryptography;
using Conference.Core;
using Conference.Core.Audit;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Turn;

namespace Conference.Server.Rooms;

/// <summary>The way into a room: door, password, lobby, seat.</summary>
public sealed class EntranceService(
    IRoomStore store,
    RoomLookups lookups,
    IRoomDirectory directory,
    IChatHistory history,
    RoomTurns turns,
    RoomPasswords passwords,
    ResumeTokens tokens,
    JoinPasses passes,
    AuditTrail audit,
    IceService ice,
    TimeProvider time)
{
    private const int NewestPageSize = 50;
    private const int MissedPageSize = 200;

    /// <summary>
    /// Seats the caller, or lets it wait. The seat is reserved before the person is put on record, which gives the right to read the chat: nobody
    /// gets that without a seat. It is taken before the chat is read, so that nothing falls between the page and the pushes.
    /// </summary>
    public async Task<JoinRoomResult> JoinAsync(HubCaller caller, RoomCode code, JoinRoomRequest request, CancellationToken cancellationToken)
    {
        await RequireNoSeatAsync(caller);
        if (await FindAsync(caller, code, request, cancellationToken) is not { } found)
        {
            return new JoinRoomResult(JoinStatus.NotFound);
        }

        var wish = await ReadAsync(caller, found.Room, request);
        if (await RefuseAsync(caller, found, wish) is { } refusal)
        {
            return refusal;
        }

        await StopWaitingAsync(caller);
        return await EnterAsync(caller, found.Room, wish, cancellationToken);
    }

    /// <summary>Gives up waiting, if the caller waits.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> LeaveLobbyAsync(HubCaller caller)
    {
        if (await StopWaitingAsync(caller) is not { } guest)
        {
            return false;
        }

        await store.StopWaitingAsync(caller.Place!.RoomId, guest.Person, CancellationToken.None);
        caller.GiveUp();
        return true;
    }

    /// <summary>The connection is gone: who waits there waits no more, but keeps the place when the page comes back.</summary>
    public async Task DisconnectAsync(LobbyKey place) => await directory.StopWaitingAsync(place);

    private static string NewId() => RandomNumberGenerator.GetHexString(20, lowercase: true);

    private static JoinStatus ToStatus(Door door) => door switch
    {
        Door.Locked => JoinStatus.Locked,
        Door.Denied => JoinStatus.Denied,
        Door.Removed => JoinStatus.Removed,
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "This door lets in."),
    };

    private static ChatPageQuery MissedSince(long? lastSequence) => lastSequence is null
        ? new ChatPageQuery(Limit: NewestPageSize)
        : new ChatPageQuery(After: lastSequence, Limit: MissedPageSize);

    /// <summary>The room under this code, or the one that was under it when the caller sat down there.</summary>
    private async Task<FoundRoom?> FindAsync(HubCaller caller, RoomCode code, JoinRoomRequest request, CancellationToken cancellationToken)
    {
        if (tokens.FindRoom(request.ResumeToken, code) is { } id
            && await store.FindAsync(id, cancellationToken) is { } room
            && ReadSeatId(caller, room, request) is not null)
        {
            return new FoundRoom(room, await store.FindPersonAsync(room.Id, caller.VisitorId, cancellationToken));
        }

        return await lookups.FindAsync(code, caller.VisitorId, caller.Address, cancellationToken);
    }

    private async Task<LobbyGuest?> StopWaitingAsync(HubCaller caller) =>
        caller.Place is { } place ? await directory.StopWaitingAsync(place) : null;

    /// <summary>A connection whose seat went to another one may join again; one that sits may not.</summary>
    private async Task RequireNoSeatAsync(HubCaller caller)
    {
        if (caller.Seat is { } seat && await directory.OwnsAsync(seat))
        {
            throw new ConferenceException(ErrorCodes.AlreadyJoined, "This connection has a seat already.");
        }
    }

    /// <summary>Who comes back needs no join token, which may be too old by then. A site that sends somebody says what they are called.</summary>
    private async Task<Wish> ReadAsync(HubCaller caller, RoomRecord room, JoinRoomRequest request)
    {
        var seatId = ReadSeatId(caller, room, request);
        var pass = seatId is null ? await passes.TakeAsync(caller, room.Code, request.JoinToken) : null;
        return new Wish(request with { Name = pass?.Name ?? request.Name }, pass);
    }

    /// <summary>The seat that the caller had; as a guest, if somebody signed in meanwhile.</summary>
    private string? ReadSeatId(HubCaller caller, RoomRecord room, JoinRoomRequest request) =>
        tokens.Read(request.ResumeToken, room, caller.VisitorId)
        ?? (caller.FormerVisitorId is { } former ? tokens.Read(request.ResumeToken, room, former) : null);

    private async Task<Entrant> RecogniseAsync(HubCaller caller, RoomRecord room, Wish wish, CancellationToken cancellationToken) =>
        Recognise(caller, room, await store.FindPersonAsync(room.Id, caller.VisitorId, cancellationToken), wish);

    private Entrant Recognise(HubCaller caller, RoomRecord room, PersonRecord? person, Wish wish) =>
        new(person, IsReturning: ReadSeatId(caller, room, wish.Request) is not null, IsVouched: wish.Pass is not null);

    /// <summary>What keeps the caller out before anything is changed: a closed door, then the password, which takes a while to try.</summary>
    private async Task<JoinRoomResult?> RefuseAsync(HubCaller caller, FoundRoom found, Wish wish)
    {
        var room = found.Room;
        var entrant = Recognise(caller, room, found.Person, wish);
        var callStartedAt = (await directory.ReadAsync(room.Id))?.CallStartedAt;
        var door = Doorkeeper.Ask(entrant, room.Settings, callStartedAt, time.GetUtcNow());
        if (door is not (Door.Open or Door.Lobby))
        {
            return new JoinRoomResult(ToStatus(door));
        }

        return room.PasswordHash is { } kept && Doorkeeper.NeedsPassword(entrant, callStartedAt)
            ? await TryPasswordAsync(caller, room.Id, kept, wish.Request.Password)
            : null;
    }

    /// <summary>Whether the password that was set while the caller came in keeps them out.</summary>
    private async Task<bool> NeedsPasswordAsync(
        HubCaller caller, RoomRecord room, Wish wish, CancellationToken cancellationToken) =>
        room.PasswordHash is not null && Doorkeeper.NeedsPassword(
            await RecogniseAsync(caller, room, wish, cancellationToken), (await directory.ReadAsync(room.Id))?.CallStartedAt);

    private async Task<JoinRoomResult?> TryPasswordAsync(HubCaller caller, long roomId, string kept, string? password)
    {
        if (password is null)
        {
            return new JoinRoomResult(JoinStatus.PasswordRequired);
        }

        var isRight = await passwords.TryAsync(password, kept, caller.Address, roomId)
            ?? throw new ConferenceException(ErrorCodes.TooFast, "That is too fast. Wait a moment.");
        return isRight ? null : new JoinRoomResult(JoinStatus.PasswordWrong);
    }

    private async Task<JoinRoomResult> EnterAsync(
        HubCaller caller, RoomRecord seen, Wish wish, CancellationToken cancellationToken)
    {
        Admission admission;
        using (await turns.EnterAsync(seen.Id))
        {
            if (await store.FindAsync(seen.Id, cancellationToken) is not { } room || HasNewLinkFor(caller, seen, room, wish))
            {
                return new JoinRoomResult(JoinStatus.NotFound);
            }

            if (room.PasswordHash != seen.PasswordHash && await NeedsPasswordAsync(caller, room, wish, cancellationToken))
            {
                return new JoinRoomResult(JoinStatus.PasswordRequired);
            }

            admission = await AdmitAsync(caller, room, wish, cancellationToken);
        }

        return admission.Result ?? await WelcomeAsync(caller, admission, wish.Request.LastSequence, cancellationToken);
    }

    /// <summary>Whether the link by which the caller came was changed meanwhile: it is good for who returns alone.</summary>
    private bool HasNewLinkFor(HubCaller caller, RoomRecord seen, RoomRecord room, Wish wish) =>
        room.Code != seen.Code && ReadSeatId(caller, room, wish.Request) is null;

    private async Task<Admission> AdmitAsync(HubCaller caller, RoomRecord room, Wish wish, CancellationToken cancellationToken)
    {
        var request = wish.Request;
        var entrant = await RecogniseAsync(caller, room, wish, cancellationToken);
        var participantId = await FindOwnSeatAsync(caller, room, wish, entrant) ?? NewId();
        var seat = new SeatKey(room.Id, participantId, caller.ConnectionId);
        var answer = await directory.ReserveAsync(room, seat, request.ChatOnly, entrant);
        return answer switch
        {
            { Door: Door.Lobby } => new Admission(await WaitAsync(caller, room, request.Name, cancellationToken)),
            { Door: not Door.Open } => new Admission(new JoinRoomResult(ToStatus(answer.Door))),
            { Limit: { } limit } => new Admission(new JoinRoomResult(JoinStatus.Full, ParticipantLimit: limit)),
            _ => await SitAsync(caller, room, seat, entrant, wish, cancellationToken),
        };
    }

    /// <summary>
    /// Who signed in after sitting down is the same person in most rooms. Where the person was in the room before, in another browser, the guest's seat
    /// is nobody's any more, and they get one of their own.
    /// </summary>
    private async Task<string?> FindOwnSeatAsync(HubCaller caller, RoomRecord room, Wish wish, Entrant entrant)
    {
        var seatId = ReadSeatId(caller, room, wish.Request);
        if (seatId is null || caller.FormerVisitorId is null)
        {
            return seatId;
        }

        var live = await directory.ReadAsync(room.Id);
        return live?.Participants.FirstOrDefault(participant => participant.Id == seatId) is { } before && before.Person != entrant.Person?.Key
            ? null
            : seatId;
    }

    private async Task<JoinRoomResult> WaitAsync(HubCaller caller, RoomRecord room, string name, CancellationToken cancellationToken)
    {
        var person = await store.KnockAsync(room.Id, caller.VisitorId, name, cancellationToken);
        var now = time.GetUtcNow();
        var guest = new LobbyGuest(NewId(), person.Key, name, person.AccessAt ?? now, caller.ConnectionId);
        if (await directory.WaitAsync(room, guest) is not { } hasHost)
        {
            await store.StopWaitingAsync(room.Id, person.Key, CancellationToken.None);
            return new JoinRoomResult(JoinStatus.Full);
        }

        var place = new LobbyKey(room.Id, guest.Id, caller.ConnectionId);
        if (!caller.TryWait(place))
        {
            await directory.StopWaitingAsync(place);
        }

        return new JoinRoomResult(JoinStatus.Waiting, Lobby: new LobbyPlace(room.Title, room.LobbyMessage, hasHost, guest.Since, now));
    }

    /// <summary>Admits the caller and takes the reserved seat, or releases it.</summary>
    private async Task<Admission> SitAsync(
        HubCaller caller, RoomRecord room, SeatKey seat, Entrant entrant, Wish wish, CancellationToken cancellationToken)
    {
        var (request, pass) = wish;
        // As exact as the record of admissions: the first one must not count as older than its call.
        var at = time.GetUtcNow().ToWholeMilliseconds();
        try
        {
            var person = await RecordAsync(caller, room, entrant, request.Name, cancellationToken);
            person = pass is not null && passes.MayMakeHost(pass) ? await MakeHostAsync(room, person, pass) : person;
            var outcome = await directory.JoinAsync(new JoinCommand(seat, person, request.InstanceId, request.Media, at));
            return new Admission(null, room, seat, outcome);
        }
        catch
        {
            await directory.ReleaseAsync(seat);
            throw;
        }
    }

    /// <summary>Records the admission. Whoever returns under the same name is on record already, and a write less makes many returns at once fast.</summary>
    private async Task<PersonRecord> RecordAsync(
        HubCaller caller, RoomRecord room, Entrant entrant, string name, CancellationToken cancellationToken) =>
        entrant is { IsReturning: true, Person: { Access: PersonAccess.Admitted } known } && known.Name == name
            ? known
            : await store.AdmitAsync(room.Id, caller.VisitorId, name, cancellationToken);

    /// <summary>The site says that this is a host: from now on as any other host.</summary>
    private async Task<PersonRecord> MakeHostAsync(RoomRecord room, PersonRecord person, JoinPass pass)
    {
        if (!person.IsHost)
        {
            if (!await store.SetHostAsync(room.Id, person.Key, isHost: true, CancellationToken.None))
            {
                return person;
            }

            person = person with { IsHost = true };
            await directory.ApplyHostAsync(room.Id, person, byName: null);
            await audit.AddAsync(room.Id, person.Key, person.Name, AuditAction.JoinTokenUsed);
        }

        passes.MadeHost(pass);
        return person;
    }

    private async Task<JoinRoomResult> WelcomeAsync(
        HubCaller caller, Admission admission, long? lastSequence, CancellationToken cancellationToken)
    {
        var (_, room, seat, outcome) = admission;
        try
        {
            var page = await history.ReadPageAsync(room!.Id, MissedSince(lastSequence), cancellationToken);
            if (!caller.TryTake(seat!))
            {
                await directory.DisconnectAsync(seat!);
            }

            return new JoinRoomResult(JoinStatus.Joined, ToSeat(caller, room, outcome!, page));
        }
        catch
        {
            await UndoAsync(seat!, outcome!);
            throw;
        }
    }

    /// <summary>A seat that its page never heard of would be a ghost; one that it had before is held as if the connection were lost.</summary>
    private async Task UndoAsync(SeatKey seat, JoinOutcome outcome) =>
        await (outcome.Resumed ? directory.DisconnectAsync(seat) : directory.LeaveAsync(seat));

    private Seat ToSeat(HubCaller caller, RoomRecord room, JoinOutcome outcome, ChatPage page)
    {
        var participant = outcome.Seat;
        var grant = ice.Grant(caller, participant);
        return new Seat(
            participant.Id,
            participant.Person.Id,
            participant.IsHost,
            tokens.Issue(room, participant.Id, caller.VisitorId),
            outcome.Resumed,
            outcome.State.ToSnapshot(time.GetUtcNow()),
            page.ToMessage(participant.Person.Id),
            grant.Servers,
            grant.Lifetime,
            participant.IsHost ? outcome.State.Lobby.ToMessages() : null);
    }

    /// <summary>What the caller asks for, and the join token that it came with.</summary>
    private sealed record Wish(JoinRoomRequest Request, JoinPass? Pass);

    /// <summary>A refusal or a wait, or else a seat that was taken.</summary>
    private sealed record Admission(JoinRoomResult? Result, RoomRecord? Room = null, SeatKey? Seat = null, JoinOutcome? Outcome = null);
}
