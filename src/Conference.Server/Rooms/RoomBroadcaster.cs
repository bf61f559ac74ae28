using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Rooms;

/// <summary>
/// The one that sends. It turns what happens into calls on the clients, in the order in which it happens, and waits for nobody: a send is
/// queued on each connection before the call returns, and a reader that does not keep up is cut by the transport's send timeout.
/// </summary>
public sealed class RoomBroadcaster(IHubContext<ConferenceHub, IConferenceClient> hub) : IRoomObserver, IChatLogObserver
{
    /// <inheritdoc/>
    public void OnEvents(long roomId, IReadOnlyList<RoomEvent> events)
    {
        foreach (var roomEvent in events)
        {
            Send(Group(roomId), roomEvent);
        }
    }

    /// <inheritdoc/>
    public void OnStored(long roomId, IReadOnlyList<ChatEntry> entries) =>
        Forget(hub.Clients.Group(Group(roomId)).MessagesAdded(new MessagesAddedEvent(entries.ToMessages())));

    /// <summary>Hands a signal to its one receiver.</summary>
    public void Send(SignalRoute route, Signal signal) => Forget(hub.Clients
        .Client(route.ConnectionId)
        .SignalReceived(new SignalReceivedEvent(route.From.Id, route.From.InstanceId, signal)));

    private static string Group(long roomId) => string.Create(null, $"room-{roomId}");

    private void Send(string group, RoomEvent roomEvent)
    {
        switch (roomEvent)
        {
            case ParticipantJoined e:
                Forget(hub.Clients.Group(group).ParticipantJoined(new ParticipantJoinedEvent(e.Version, e.Participant.ToInfo())));
                break;
            case ParticipantUpdated e:
                Forget(hub.Clients.Group(group).ParticipantUpdated(new ParticipantUpdatedEvent(e.Version, e.Participant.ToInfo())));
                break;
            case ParticipantLeft e:
                Exclude(group, e.Participant.ConnectionId);
                Forget(hub.Clients.Group(group).ParticipantLeft(new ParticipantLeftEvent(e.Version, e.Participant.Id, e.Reason)));
                break;
            case RoomRenamed e:
                Forget(hub.Clients.Group(group).RoomUpdated(new RoomUpdatedEvent(e.Version, e.Title)));
                break;
            case SeatAssigned e:
                Forget(hub.Groups.AddToGroupAsync(e.ConnectionId, group));
                break;
            case SeatRevoked e:
                Exclude(group, e.ConnectionId);
                Forget(hub.Clients.Client(e.ConnectionId).SeatTaken());
                break;
            case ReactionShown e:
                Forget(hub.Clients.GroupExcept(group, e.ConnectionId).ReactionReceived(new ReactionReceivedEvent(e.ParticipantId, e.Reaction)));
                break;
            case TypingNoticed e:
                Forget(hub.Clients.GroupExcept(group, e.ConnectionId).TypingReceived(new TypingReceivedEvent(e.ParticipantId)));
                break;
        }
    }

    private void Exclude(string group, string? connectionId)
    {
        if (connectionId is not null)
        {
            Forget(hub.Groups.RemoveFromGroupAsync(connectionId, group));
        }
    }

    // A send to a connection that is going away fails; the connection's own end tells the room.
    private static void Forget(Task sending)
    {
        if (!sending.IsCompletedSuccessfully)
        {
            _ = sending.ContinueWith(
                static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }
}
