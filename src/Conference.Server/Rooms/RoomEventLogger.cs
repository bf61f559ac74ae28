using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Logs who came and went, by ids.</summary>
internal sealed class RoomEventLogger(ILogger<RoomEventLogger> logger) : IRoomObserver
{
    /// <inheritdoc/>
    public void OnEvents(long roomId, IReadOnlyList<RoomEvent> events)
    {
        foreach (var roomEvent in events)
        {
            Log(roomId, roomEvent);
        }
    }

    private void Log(long roomId, RoomEvent roomEvent)
    {
        switch (roomEvent)
        {
            case CallStarted:
                RoomsLog.CallStarted(logger, roomId);
                break;
            case CallEnded e:
                RoomsLog.CallEnded(logger, roomId, e.Length, e.PersonCount);
                break;
            case ParticipantJoined e:
                RoomsLog.ParticipantJoined(logger, e.Participant.Id, roomId);
                break;
            case ParticipantUpdated { Participant.ConnectionId: null } e:
                RoomsLog.ParticipantLost(logger, e.Participant.Id, roomId);
                break;
            case ParticipantLeft e:
                RoomsLog.ParticipantLeft(logger, e.Participant.Id, roomId, e.Reason);
                break;
            case SeatRevoked e:
                RoomsLog.SeatTaken(logger, e.ParticipantId, roomId);
                break;
        }
    }
}
