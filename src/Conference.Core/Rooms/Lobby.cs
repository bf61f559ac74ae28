using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>Who waits in one room's lobby, the first one first. One place a person: another page of theirs takes it over.</summary>
public sealed class Lobby
{
    private readonly List<LobbyGuest> _guests = [];
    private readonly Roster _roster;
    private readonly List<RoomEvent> _events;
    private readonly int _limit;
    private bool _hadHost;

    internal Lobby(Roster roster, List<RoomEvent> events, int limit) => (_roster, _events, _limit) = (roster, events, limit);

    /// <summary>Who waits.</summary>
    public IReadOnlyList<LobbyGuest> Guests => [.. _guests];

    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty => _guests is [];

    /// <summary>Whether a host is there to answer.</summary>
    public bool HasHost => _roster.HasHost;

    /// <summary>Takes a place.</summary>
    /// <returns>False when the lobby is full.</returns>
    public bool Wait(LobbyGuest guest)
    {
        if (_guests.Find(other => other.Person == guest.Person) is { } before)
        {
            Forget(before);
            _events.Add(new SeatRevoked(before.Id, before.ConnectionId));
        }

        // Stryker disable once Linq : Count is a property, whose mutant does not compile and takes that of the comparison with it
        if (_guests.Count >= _limit)
        {
            return false;
        }

        _guests.Insert(_guests.FindLastIndex(other => other.Since <= guest.Since) + 1, guest);
        _events.Add(new GuestWaiting(guest));
        return true;
    }

    /// <summary>Gives the place up, if it still is this connection's.</summary>
    /// <returns>Who waited; null when nobody did.</returns>
    public LobbyGuest? StopWaiting(LobbyKey key)
    {
        var guest = _guests.Find(other => other.Id == key.GuestId && other.ConnectionId == key.ConnectionId);
        if (guest is not null)
        {
            Forget(guest);
        }

        return guest;
    }

    /// <summary>Finds somebody whom a host wants to answer.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.NotWaiting"/> when nobody waits under this id.</exception>
    public LobbyGuest Require(SeatKey host, string guestId)
    {
        _roster.Require(host, RoomAction.AnswerLobby);
        return _guests.Find(other => other.Id == guestId) ?? throw NotWaiting();
    }

    /// <summary>Ends everybody's wait.</summary>
    internal void End(SeatEnd reason)
    {
        foreach (var guest in Guests)
        {
            Forget(guest);
            _events.Add(new SeatEnded(guest.ConnectionId, reason));
        }
    }

    /// <summary>Ends a removed person's wait.</summary>
    internal void Remove(PersonKey person)
    {
        if (_guests.Find(guest => guest.Person == person) is { } guest)
        {
            Forget(guest);
            _events.Add(new SeatEnded(guest.ConnectionId, SeatEnd.Removed));
        }
    }

    /// <summary>Tells all who wait when a host came or the last one went.</summary>
    internal void NoteHosts()
    {
        if (HasHost != _hadHost)
        {
            _hadHost = !_hadHost;
            Tell();
        }
    }

    /// <summary>Tells all who wait what they may know.</summary>
    internal void Tell()
    {
        if (!IsEmpty)
        {
            _events.Add(new LobbyChanged([.. _guests.Select(guest => guest.ConnectionId)], HasHost, _roster.Record.LobbyMessage));
        }
    }

    internal static ConferenceException NotWaiting() => new(ErrorCodes.NotWaiting, "This person does not wait in the lobby any more.");

    private void Forget(LobbyGuest guest)
    {
        _guests.Remove(guest);
        _events.Add(new GuestGone(guest.Id));
    }
}
