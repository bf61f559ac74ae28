using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>Remembers what a directory tells, and complains when it is told two things at once.</summary>
internal sealed class RecordingObserver : IRoomObserver
{
    private readonly List<RoomEvent> _events = [];
    private int _inside;

    public bool Overlapped { get; private set; }

    public IReadOnlyList<RoomEvent> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    public void OnEvents(long roomId, IReadOnlyList<RoomEvent> events)
    {
        Overlapped |= Interlocked.Increment(ref _inside) > 1;
        lock (_events)
        {
            _events.AddRange(events);
        }

        Interlocked.Decrement(ref _inside);
    }
}
