using Conference.Server.Hubs.Filters;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Hubs;

/// <summary>The live side of the wire, see PROTOCOL.md. Every method: who calls, is it sane, ask the service, answer.</summary>
public sealed class ConferenceHub(RoomService rooms) : Hub<IConferenceClient>, IConferenceServer
{
    /// <summary>This call's place among those of its connection.</summary>
    internal CallTurn? Turn { get; set; }

    private HubCaller Caller => Context.Caller();

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await rooms.DisconnectAsync(Caller);
        await base.OnDisconnectedAsync(exception);
    }

    /// <inheritdoc/>
    public Task<JoinRoomResult> JoinRoom(JoinRoomRequest request)
    {
        var code = RequestRules.ReadCode(request.Code);
        return rooms.JoinAsync(Caller, code, RequestRules.Clean(request), Context.ConnectionAborted);
    }

    /// <inheritdoc/>
    public Task LeaveRoom() => rooms.LeaveAsync(Caller);

    /// <inheritdoc/>
    public Task SendSignal(SendSignalRequest request)
    {
        RequestRules.Check(request);
        return rooms.SendSignalAsync(Caller, request);
    }

    /// <inheritdoc/>
    public async Task<SendMessageResult> SendMessage(SendMessageRequest request)
    {
        var storing = await rooms.TakeMessageAsync(Caller, RequestRules.Clean(request));
        Turn?.Pass();
        return await storing;
    }

    /// <inheritdoc/>
    public Task SetMedia(SetMediaRequest request)
    {
        RequestRules.Check(request);
        return rooms.SetMediaAsync(Caller, request.Media);
    }

    /// <inheritdoc/>
    public Task RaiseHand() => rooms.RaiseHandAsync(Caller);

    /// <inheritdoc/>
    public Task LowerHand() => rooms.LowerHandAsync(Caller);

    /// <inheritdoc/>
    public Task SendReaction(SendReactionRequest request)
    {
        RequestRules.Check(request);
        return rooms.SendReactionAsync(Caller, request.Reaction);
    }

    /// <inheritdoc/>
    public Task NotifyTyping() => rooms.NotifyTypingAsync(Caller);
}
