namespace Conference.Core.Rooms;

/// <summary>Is told what happens, room by room, in order, from within the room's mailbox: must return at once and not throw.</summary>
public interface IRoomObserver
{
    /// <summary>What one command did; never empty.</summary>
    void OnEvents(long roomId, IReadOnlyList<RoomEvent> events);
}
