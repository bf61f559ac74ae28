using System.Net;
using Conference.Core;
using Conference.Core.Rooms;

namespace Conference.Server.Hubs;

/// <summary>One connection to the hub: who it is, and the seat it last took.</summary>
public sealed class HubCaller(string connectionId, Guid visitorId, IPAddress? address = null)
{
    private readonly Lock _gate = new();
    private SeatKey? _seat;
    private LobbyKey? _place;
    private bool _isGone;

    public string ConnectionId { get; } = connectionId;

    public Guid VisitorId { get; } = visitorId;

    /// <summary>The guest that the browser was before its visitor signed in: seats that the guest took are the person's.</summary>
    public Guid? FormerVisitorId { get; init; }

    /// <summary>The host of the address by which the page was opened, as far as the proxies in between are believed; an IPv6 address in brackets.</summary>
    public string? Host { get; init; }

    /// <summary>Where the connection came from, as far as the proxies in between are believed.</summary>
    public IPAddress? Address { get; } = address;

    /// <summary>The seat this connection took, which another one may own by now; null when it took none or left.</summary>
    public SeatKey? Seat => _seat;

    /// <summary>The seat of a participant.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.NotJoined"/> when there is none.</exception>
    public SeatKey RequireSeat() => _seat ?? throw new ConferenceException(ErrorCodes.NotJoined, "Join the room first.");

    /// <summary>The place in a lobby that this connection took last; null when it took none or gave it up.</summary>
    public LobbyKey? Place => _place;

    /// <summary>Remembers the seat.</summary>
    /// <returns>False when the connection is gone already, and nobody will ask for the seat any more.</returns>
    public bool TryTake(SeatKey seat)
    {
        lock (_gate)
        {
            (_seat, _place) = (seat, null);
            return !_isGone;
        }
    }

    /// <summary>Remembers the place in the lobby.</summary>
    /// <returns>False when the connection is gone already.</returns>
    public bool TryWait(LobbyKey place)
    {
        lock (_gate)
        {
            _place = place;
            return !_isGone;
        }
    }

    /// <summary>Forgets the seat and the place.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            (_seat, _place) = (null, null);
        }
    }

    /// <summary>The connection is gone.</summary>
    /// <returns>The seat and the place that it leaves behind.</returns>
    public (SeatKey? Seat, LobbyKey? Place) Close()
    {
        lock (_gate)
        {
            _isGone = true;
            return (_seat, _place);
        }
    }
}
