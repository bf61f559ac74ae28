using Conference.Core;
using Conference.Server.Hubs.Filters;
using Conference.Server.Hubs.Messages;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Hubs;

/// <summary>The live side of the wire, see PROTOCOL.md. Every method: who calls, is it sane, ask the service, answer.</summary>
public sealed class ConferenceHub(EntranceService entrance, RoomService rooms, HostService hosts, ConnectionCutter cutter) : Hub<IConferenceClient>, IConferenceServer
{
    /// <summary>This call's place among those of its connection.</summary>
    internal CallTurn? Turn { get; set; }

    private HubCaller Caller => Context.Caller();

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        cutter.Add(Context.ConnectionId, Context.User!.GetSession(), Context.Abort);
        return base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        cutter.Remove(Context.ConnectionId);
        await rooms.DisconnectAsync(Caller);
        await base.OnDisconnectedAsync(exception);
    }

    /// <inheritdoc/>
    public Task<JoinRoomResult> JoinRoom(JoinRoomRequest request)
    {
        var code = RequestRules.ReadCode(request.Code);
        return entrance.JoinAsync(Caller, code, RequestRules.Clean(request), Context.ConnectionAborted);
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
    public Task<RenewIceServersResult> RenewIceServers() => rooms.RenewIceServersAsync(Caller);

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
        return rooms.SetMediaAsync(Caller, request);
    }

    /// <inheritdoc/>
    public Task RaiseHand() => rooms.RaiseHandAsync(Caller);

    /// <inheritdoc/>
    public Task LowerHand() => rooms.LowerHandAsync(Caller);

    /// <inheritdoc/>
    public Task StartRecording() => rooms.StartRecordingAsync(Caller);

    /// <inheritdoc/>
    public Task StopRecording() => rooms.StopRecordingAsync(Caller);

    /// <inheritdoc/>
    public Task SendReaction(SendReactionRequest request)
    {
        RequestRules.Check(request);
        return rooms.SendReactionAsync(Caller, request.Reaction);
    }

    /// <inheritdoc/>
    public Task NotifyTyping() => rooms.NotifyTypingAsync(Caller);

    /// <inheritdoc/>
    public Task SetName(SetNameRequest request) => rooms.SetNameAsync(Caller, TextRules.CleanName(request.Name));

    /// <inheritdoc/>
    public Task AdmitGuest(GuestRequest request) => hosts.AdmitAsync(Caller, RequestRules.CleanId(request.Guest));

    /// <inheritdoc/>
    public Task DenyGuest(GuestRequest request) => hosts.DenyAsync(Caller, RequestRules.CleanId(request.Guest));

    /// <inheritdoc/>
    public Task AdmitAll() => hosts.AdmitAllAsync(Caller);

    /// <inheritdoc/>
    public Task MuteParticipant(ParticipantRequest request) => FinishAsync(hosts.MuteAsync(Caller, RequestRules.CleanId(request.To)));

    /// <inheritdoc/>
    public Task MuteAll() => FinishAsync(hosts.MuteAllAsync(Caller));

    /// <inheritdoc/>
    public Task StopVideo(ParticipantRequest request) => FinishAsync(hosts.StopVideoAsync(Caller, RequestRules.CleanId(request.To)));

    /// <inheritdoc/>
    public Task StopScreen(ParticipantRequest request) => FinishAsync(hosts.StopScreenAsync(Caller, RequestRules.CleanId(request.To)));

    /// <inheritdoc/>
    public Task AskToUnmute(ParticipantRequest request) => FinishAsync(hosts.AskToUnmuteAsync(Caller, RequestRules.CleanId(request.To)));

    /// <inheritdoc/>
    public Task LowerHandOf(ParticipantRequest request) => FinishAsync(hosts.LowerHandOfAsync(Caller, RequestRules.CleanId(request.To)));

    /// <inheritdoc/>
    public Task SetSpotlight(SpotlightRequest request) =>
        FinishAsync(hosts.SetSpotlightAsync(Caller, request.To is null ? null : RequestRules.CleanId(request.To)));

    /// <inheritdoc/>
    public Task SetHost(SetHostRequest request) => hosts.SetHostAsync(Caller, RequestRules.CleanId(request.To), request.Host);

    /// <inheritdoc/>
    public Task RemoveParticipant(RemoveParticipantRequest request) =>
        hosts.RemoveAsync(Caller, RequestRules.CleanId(request.To), request.DeleteMessages);

    /// <inheritdoc/>
    public Task SuspendRoom() => hosts.SuspendAsync(Caller);

    /// <inheritdoc/>
    public Task EndCall() => hosts.EndCallAsync(Caller);

    /// <summary>It is done; while it is put on record the connection's next call may begin.</summary>
    private async Task FinishAsync(Task<Task> doing)
    {
        var recording = await doing;
        Turn?.Pass();
        await recording;
    }
}
