using System.Security.Cryptography;
using Conference.Core;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Microsoft.Extensions.Options;

namespace Conference.Server.Rooms;

/// <summary>What a connection can do with a room. Requests are sane when they arrive here; the room decides whether they are allowed.</summary>
public sealed class RoomService(
    IRoomStore store,
    IRoomDirectory directory,
    IChatLog log,
    IChatHistory history,
    RoomBroadcaster broadcaster,
    ResumeTokens tokens,
    IOptions<IceOptions> ice,
    TimeProvider time)
{
    private const int NewestPageSize = 50;
    private const int MissedPageSize = 200;

    /// <summary>
    /// Seats the caller. The seat is reserved before the person is put on record, which gives the right to read the chat: nobody gets that
    /// without a seat. It is taken before the chat is read, so that nothing falls between the page and the pushes.
    /// </summary>
    public async Task<JoinRoomResult> JoinAsync(HubCaller caller, RoomCode code, JoinRoomRequest request, CancellationToken cancellationToken)
    {
        await RequireNoSeatAsync(caller);
        if (await store.FindAsync(code, cancellationToken) is not { } room)
        {
            return new JoinRoomResult(JoinStatus.NotFound);
        }

        var resumedId = tokens.Read(request.ResumeToken, room.Id, caller.VisitorId);
        var seat = new SeatKey(room.Id, resumedId ?? NewParticipantId(), caller.ConnectionId);
        if (await directory.ReserveAsync(room, seat, request.ChatOnly) is { } limit)
        {
            return new JoinRoomResult(JoinStatus.Full, ParticipantLimit: limit);
        }

        var outcome = await SitAsync(room, caller, seat, request, isReturning: resumedId is not null, cancellationToken);
        return await WelcomeAsync(caller, room, seat, outcome, request.LastSequence, cancellationToken);
    }

    /// <summary>Gives the caller's seat up.</summary>
    public async Task LeaveAsync(HubCaller caller)
    {
        await directory.LeaveAsync(RequireSeat(caller));
        caller.GiveUp();
    }

    /// <summary>Holds the seat that a lost connection leaves behind.</summary>
    public async Task DisconnectAsync(HubCaller caller)
    {
        if (caller.Close() is { } seat)
        {
            await directory.DisconnectAsync(seat);
        }
    }

    /// <summary>Hands a signal to its one receiver.</summary>
    public async Task SendSignalAsync(HubCaller caller, SendSignalRequest request)
    {
        var route = await directory.RouteSignalAsync(RequireSeat(caller), request.To, request.ToInstance);
        broadcaster.Send(route, request.Signal);
    }

    /// <summary>Takes a message: it has its place in the room's chat.</summary>
    /// <returns>The answer, when the message is on disk.</returns>
    public async Task<Task<SendMessageResult>> TakeMessageAsync(HubCaller caller, SendMessageRequest request)
    {
        var seat = RequireSeat(caller);
        var author = await directory.RequireAsync(seat, RoomAction.SendMessage);
        return ToResultAsync(log.AppendAsync(new ChatAppend(
            seat.RoomId, ChatEntryKind.Text, time.GetUtcNow(), author.Person, author.Name, request.Id, request.Text)));
    }

    public async Task SetMediaAsync(HubCaller caller, ParticipantMedia media) => await directory.SetMediaAsync(RequireSeat(caller), media);

    public async Task RaiseHandAsync(HubCaller caller) => await directory.RaiseHandAsync(RequireSeat(caller));

    public async Task LowerHandAsync(HubCaller caller) => await directory.LowerHandAsync(RequireSeat(caller));

    public async Task SendReactionAsync(HubCaller caller, Reaction reaction) => await directory.SendReactionAsync(RequireSeat(caller), reaction);

    public async Task NotifyTypingAsync(HubCaller caller) => await directory.NotifyTypingAsync(RequireSeat(caller));

    private static async Task<SendMessageResult> ToResultAsync(Task<AppendResult> appending)
    {
        return await appending switch
        {
            { Status: AppendStatus.Stored or AppendStatus.Repeated, Entry: { } entry } => new SendMessageResult(entry.Sequence, entry.SentAt),
            { Status: AppendStatus.IdReused } => throw new ConferenceException(ErrorCodes.MessageIdReused, "This message id belongs to another text."),
            _ => throw new ConferenceException(ErrorCodes.NotStored, "The message could not be stored. Try again."),
        };
    }

    private static string NewParticipantId() => RandomNumberGenerator.GetHexString(20, lowercase: true);

    private static SeatKey RequireSeat(HubCaller caller) =>
        caller.Seat ?? throw new ConferenceException(ErrorCodes.NotJoined, "Join the room first.");

    /// <summary>A connection whose seat went to another one may join again; one that sits may not.</summary>
    private async Task RequireNoSeatAsync(HubCaller caller)
    {
        if (caller.Seat is { } seat && await directory.OwnsAsync(seat))
        {
            throw new ConferenceException(ErrorCodes.AlreadyJoined, "This connection has a seat already.");
        }
    }

    /// <summary>Admits the caller and takes the reserved seat, or releases it.</summary>
    private async Task<JoinOutcome> SitAsync(
        RoomRecord room, HubCaller caller, SeatKey seat, JoinRoomRequest request, bool isReturning, CancellationToken cancellationToken)
    {
        try
        {
            var person = await AdmitAsync(room, caller, request.Name, isReturning, cancellationToken);
            return await directory.JoinAsync(new JoinCommand(seat, person, request.InstanceId, request.Media, time.GetUtcNow()));
        }
        catch
        {
            await directory.ReleaseAsync(seat);
            throw;
        }
    }

    /// <summary>Records the admission. Whoever returns under the same name is on record already, and a write less makes many returns at once fast.</summary>
    private async Task<PersonRecord> AdmitAsync(RoomRecord room, HubCaller caller, string name, bool isReturning, CancellationToken cancellationToken)
    {
        var known = isReturning ? await store.FindPersonAsync(room.Id, caller.VisitorId, cancellationToken) : null;
        return known?.Name == name ? known : await store.AdmitAsync(room.Id, caller.VisitorId, name, cancellationToken);
    }

    private async Task<JoinRoomResult> WelcomeAsync(
        HubCaller caller, RoomRecord room, SeatKey seat, JoinOutcome outcome, long? lastSequence, CancellationToken cancellationToken)
    {
        try
        {
            var page = await history.ReadPageAsync(room.Id, MissedSince(lastSequence), cancellationToken);
            if (!caller.TryTake(seat))
            {
                await directory.DisconnectAsync(seat);
            }

            return new JoinRoomResult(JoinStatus.Joined, ToSeat(caller, room, outcome, page));
        }
        catch
        {
            await UndoAsync(seat, outcome);
            throw;
        }
    }

    /// <summary>A seat that its page never heard of would be a ghost; one that it had before is held as if the connection were lost.</summary>
    private async Task UndoAsync(SeatKey seat, JoinOutcome outcome) =>
        await (outcome.Resumed ? directory.DisconnectAsync(seat) : directory.LeaveAsync(seat));

    private Seat ToSeat(HubCaller caller, RoomRecord room, JoinOutcome outcome, ChatPage page)
    {
        var participant = outcome.Seat;
        return new Seat(
            participant.Id,
            participant.Person.Id,
            participant.IsHost,
            tokens.Issue(room.Id, participant.Id, caller.VisitorId),
            outcome.Resumed,
            outcome.State.ToSnapshot(room.Code, time.GetUtcNow()),
            page.ToMessage(participant.Person.Id),
            ice.Value.ToMessage());
    }

    private static ChatPageQuery MissedSince(long? lastSequence) => lastSequence is null
        ? new ChatPageQuery(Limit: NewestPageSize)
        : new ChatPageQuery(After: lastSequence, Limit: MissedPageSize);
}
