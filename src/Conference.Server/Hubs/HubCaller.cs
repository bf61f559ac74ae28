using Conference.Core.Rooms;

namespace Conference.Server.Hubs;

/// <summary>One connection to the hub: who it is, and the seat it last took.</summary>
public sealed class HubCaller(string connectionId, Guid visitorId)
{
    private readonly Lock _gate = new();
    private SeatKey? _seat;
    private bool _isGone;

    public string ConnectionId { get; } = connectionId;

    public Guid VisitorId { get; } = visitorId;

    /// <summary>The seat this connection took, which another one may own by now; null when it took none or left.</summary>
    public SeatKey? Seat => _seat;

    /// <summary>Remembers the seat.</summary>
    /// <returns>False when the connection is gone already, and nobody will ask for the seat any more.</returns>
    public bool TryTake(SeatKey seat)
    {
        lock (_gate)
        {
            _seat = seat;
            return !_isGone;
        }
    }

    /// <summary>Forgets the seat.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            _seat = null;
        }
    }

    /// <summary>The connection is gone.</summary>
    /// <returns>The seat it leaves behind.</returns>
    public SeatKey? Close()
    {
        lock (_gate)
        {
            _isGone = true;
            return _seat;
        }
    }
}
