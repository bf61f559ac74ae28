using Conference.Core;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Filters;
using Conference.Server.Hubs.Messages;
using Conference.Server.Turn;

namespace Conference.Server.Rooms;

/// <summary>What a participant does in a room. Requests are sane when they arrive here; the room decides whether they are allowed.</summary>
public sealed class RoomService(
    EntranceService entrance, IRoomDirectory directory, IceService ice, IChatLog log, TextLimits limits, RoomBroadcaster broadcaster, TimeProvider time)
{
    /// <summary>Gives the caller's seat, or its place in the lobby, up.</summary>
    public async Task LeaveAsync(HubCaller caller)
    {
        if (caller.Place is not null && await entrance.LeaveLobbyAsync(caller))
        {
            return;
        }

        await directory.LeaveAsync(caller.RequireSeat());
        caller.GiveUp();
    }

    /// <summary>Holds the seat that a lost connection leaves behind.</summary>
    public async Task DisconnectAsync(HubCaller caller)
    {
        var (seat, place) = caller.Close();
        if (seat is not null)
        {
            await directory.DisconnectAsync(seat);
        }

        if (place is not null)
        {
            await entrance.DisconnectAsync(place);
        }
    }

    /// <summary>Hands a signal to its one receiver; where calls are kept to relays, what names others stays here.</summary>
    public async Task SendSignalAsync(HubCaller caller, SendSignalRequest request)
    {
        var route = await directory.RouteSignalAsync(caller.RequireSeat(), request.To, request.ToInstance);
        if ((route.RelayOnly ? RelayedSignals.Clean(request.Signal) : request.Signal) is { } signal)
        {
            broadcaster.Send(route, signal);
        }
    }

    /// <summary>Makes new credentials for the TURN servers.</summary>
    public async Task<RenewIceServersResult> RenewIceServersAsync(HubCaller caller)
    {
        var grant = await directory.BeginAsync(caller.RequireSeat(), RoomAction.RenewIceServers, participant => ice.Grant(caller, participant));
        return new RenewIceServersResult(grant.Servers, grant.Lifetime);
    }

    /// <summary>
    /// Takes a message: it has its place in the room's chat. It gets that within the room's own turn, so that nothing has a place behind the moment in
    /// which a host turned the chat off or removed the author.
    /// </summary>
    /// <returns>The answer, when the message is on disk.</returns>
    public async Task<Task<SendMessageResult>> TakeMessageAsync(HubCaller caller, SendMessageRequest request)
    {
        var seat = caller.RequireSeat();
        return ToResultAsync(await directory.BeginAsync(seat, RoomAction.SendMessage, author => limits.TryTake(caller.VisitorId, seat.RoomId, request.Text)
            ? log.AppendAsync(new ChatAppend(
                seat.RoomId, ChatEntryKind.Text, time.GetUtcNow(), author.Person, author.Name, request.Id, request.Text))
            : throw new ConferenceException(ErrorCodes.TooFast, "There is room for no more text now. Wait a while.")));
    }

    public async Task SetMediaAsync(HubCaller caller, SetMediaRequest request) =>
        await directory.SetMediaAsync(caller.RequireSeat(), request.Media, request.Unmute, request.StartVideo, request.StartScreen);

    public async Task SetNameAsync(HubCaller caller, string name) => await directory.SetNameAsync(caller.RequireSeat(), name);

    public async Task RaiseHandAsync(HubCaller caller) => await directory.RaiseHandAsync(caller.RequireSeat());

    public async Task LowerHandAsync(HubCaller caller) => await directory.LowerHandAsync(caller.RequireSeat());

    public async Task StartRecordingAsync(HubCaller caller) => await directory.StartRecordingAsync(caller.RequireSeat());

    public async Task StopRecordingAsync(HubCaller caller) => await directory.StopRecordingAsync(caller.RequireSeat());

    public async Task SendReactionAsync(HubCaller caller, Reaction reaction) => await directory.SendReactionAsync(caller.RequireSeat(), reaction);

    public async Task NotifyTypingAsync(HubCaller caller) => await directory.NotifyTypingAsync(caller.RequireSeat());

    private static async Task<SendMessageResult> ToResultAsync(Task<AppendResult> appending)
    {
        return await appending switch
        {
            { Status: AppendStatus.Stored or AppendStatus.Repeated, Entry: { } entry } => new SendMessageResult(entry.Sequence, entry.SentAt),
            { Status: AppendStatus.IdReused } => throw new ConferenceException(ErrorCodes.MessageIdReused, "This message id belongs to another text."),
            _ => throw new ConferenceException(ErrorCodes.NotStored, "The message could not be stored. Try again."),
        };
    }
}
