using Conference.Server.Endpoints;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Filters;

/// <summary>What the connections of one visitor, of one address and in one room may call together. Outlives each of them.</summary>
internal sealed class SharedCallLimits(IOptions<LimitsOptions> options, TimeProvider time)
{
    private readonly SharedBuckets<Guid> _chat = Shared(options.Value, options.Value.ChatRate, options.Value.ChatBurst, time);
    private readonly SharedBuckets<Guid> _signals = Shared(options.Value, options.Value.SignalRate, options.Value.SignalBurst, time);
    private readonly SharedBuckets<Guid> _others = Shared(options.Value, options.Value.OtherRate, options.Value.OtherBurst, time);
    private readonly SharedBuckets<Guid> _joins = new(options.Value.VisitorJoinRate, options.Value.VisitorJoinBurst, time);
    private readonly SharedBuckets<string> _addressJoins = new(options.Value.JoinRate, options.Value.JoinBurst, time);
    private readonly SharedBuckets<long> _rooms = new(options.Value.RoomCallRate, options.Value.RoomCallBurst, time);

    /// <summary>What a room hears from everybody counts for the room; what a host does to hold a room never does.</summary>
    public bool TryCall(HubCaller caller, string method) => method switch
    {
        nameof(IConferenceServer.SendSignal) => _signals.TryTake(caller.VisitorId),
        nameof(IConferenceServer.SendMessage) => _chat.TryTake(caller.VisitorId) && TryRoom(caller),
        nameof(IConferenceServer.JoinRoom) => _others.TryTake(caller.VisitorId) && TryJoin(caller),
        nameof(IConferenceServer.NotifyTyping) or nameof(IConferenceServer.SendReaction) or nameof(IConferenceServer.RaiseHand)
            or nameof(IConferenceServer.LowerHand) or nameof(IConferenceServer.StartRecording) or nameof(IConferenceServer.StopRecording)
            or nameof(IConferenceServer.SetName) => _others.TryTake(caller.VisitorId) && TryRoom(caller),
        _ => _others.TryTake(caller.VisitorId),
    };

    private static SharedBuckets<Guid> Shared(LimitsOptions limits, double rate, double burst, TimeProvider time) =>
        new(rate * limits.VisitorShare, burst * limits.VisitorShare, time);

    private bool TryJoin(HubCaller caller) =>
        _joins.TryTake(caller.VisitorId) && _addressJoins.TryTake(RequestLimits.NameOf(caller.Address));

    private bool TryRoom(HubCaller caller) => caller.Seat is not { } seat || _rooms.TryTake(seat.RoomId);
}
