using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Rooms;

/// <summary>
/// The one that sends. It turns what happens into calls on the clients, in the order in which it happens, and waits for nobody: a send is
/// in each connection's outbox before the call returns, and a reader that does not keep up is dropped when its outbox is full.
/// </summary>
public sealed class RoomBroadcaster(IHubContext<ConferenceHub, IConferenceClient> hub, ConnectionCutter cutter) : IRoomObserver, IChatLogObserver
{
    private const int MostDeleted = 1000;

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

    /// <summary>Tells somebody who waited in the lobby what a host said.</summary>
    public void Answer(LobbyGuest guest, bool isAdmitted) =>
        Forget(hub.Clients.Client(guest.ConnectionId).LobbyAnswered(new LobbyAnsweredEvent(isAdmitted)));

    /// <summary>Tells a room whose texts were deleted for good.</summary>
    public void SendDeleted(long roomId, IReadOnlyList<long> sequences)
    {
        foreach (var chunk in sequences.Chunk(MostDeleted))
        {
            Forget(hub.Clients.Group(Group(roomId)).MessagesDeleted(new MessagesDeletedEvent(chunk)));
        }
    }

    private static string Group(long roomId) => string.Create(null, $"room-{roomId}");

    private static string Hosts(string group) => $"{group}-hosts";

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
            case RoomChanged e:
                Forget(hub.Clients.Group(group).RoomUpdated(e.ToMessage()));
                break;
            case SeatAssigned e:
                Include(group, e.ConnectionId, e.IsHost);
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
            default:
                SendOfHosts(group, roomEvent);
                break;
        }
    }

    private void SendOfHosts(string group, RoomEvent roomEvent)
    {
        switch (roomEvent)
        {
            case SeatEnded e:
                Exclude(group, e.ConnectionId);
                Forget(hub.Clients.Client(e.ConnectionId).SeatEnded(new SeatEndedEvent(e.Reason)));
                cutter.CutSoon(e.ConnectionId);
                break;
            case HostActed e:
                Forget(hub.Clients.Client(e.ConnectionId).HostActed(new HostActedEvent(e.ByName, e.Act)));
                break;
            case HostAssigned e:
                Forget(hub.Groups.AddToGroupAsync(e.ConnectionId, Hosts(group)));
                Forget(hub.Clients.Client(e.ConnectionId).LobbyShown(new LobbyShownEvent(e.Lobby.ToMessages())));
                break;
            case HostRevoked e:
                Forget(hub.Groups.RemoveFromGroupAsync(e.ConnectionId, Hosts(group)));
                break;
            case GuestWaiting e:
                Forget(hub.Clients.Group(Hosts(group)).GuestWaiting(new GuestWaitingEvent(e.Guest.ToMessage())));
                break;
            case GuestGone e:
                Forget(hub.Clients.Group(Hosts(group)).GuestGone(new GuestGoneEvent(e.GuestId)));
                break;
            case LobbyChanged e:
                Forget(hub.Clients.Clients(e.ConnectionIds).LobbyUpdated(new LobbyUpdatedEvent(e.IsHostPresent, e.Message)));
                break;
        }
    }

    private void Include(string group, string connectionId, bool isHost)
    {
        Forget(hub.Groups.AddToGroupAsync(connectionId, group));
        if (isHost)
        {
            Forget(hub.Groups.AddToGroupAsync(connectionId, Hosts(group)));
        }
    }

    private void Exclude(string group, string? connectionId)
    {
        if (connectionId is not null)
        {
            Forget(hub.Groups.RemoveFromGroupAsync(connectionId, group));
            Forget(hub.Groups.RemoveFromGroupAsync(connectionId, Hosts(group)));
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
