namespace Conference.Core.Rooms;

/// <summary>The seats that are kept free for who is being admitted, and the limits that they count against.</summary>
internal sealed class SeatPlan(RoomRules rules)
{
    private readonly List<Reservation> _reservations = [];

    public bool IsEmpty => _reservations is [];

    public bool HasConnection(string connectionId) => _reservations.Exists(r => r.Seat.ConnectionId == connectionId);

    public void Reserve(SeatKey seat, bool chatOnly) => _reservations.Add(new Reservation(seat, chatOnly));

    public void Release(SeatKey seat) => _reservations.RemoveAll(r => r.Seat == seat);

    public void Clear() => _reservations.Clear();

    /// <summary>Ends the reservation, because the seat is taken.</summary>
    /// <returns>Whether it is for the chat only; null when there is no such reservation (any more).</returns>
    public bool? Take(SeatKey seat)
    {
        var reservation = _reservations.Find(r => r.Seat == seat);
        return reservation is not null && _reservations.Remove(reservation) ? reservation.ChatOnly : null;
    }

    /// <summary>The limit that keeps this participant out. One whose own seat is held and reserved counts once, and with media if either is.</summary>
    public int? FindLimit(IReadOnlyList<Participant> participants, string participantId, bool chatOnly)
    {
        var seats = participants.Select(p => (p.Id, p.ChatOnly)).Concat(_reservations.Select(r => (Id: r.Seat.ParticipantId, r.ChatOnly)));
        var others = seats.Where(seat => seat.Id != participantId).ToList();
        // Stryker disable once Linq : seats have no sum, and a mutant that does not compile takes that of the comparison with it
        if (others.DistinctBy(seat => seat.Id).Count() >= rules.ParticipantLimit)
        {
            return rules.ParticipantLimit;
        }

        var withMedia = others.Where(seat => !seat.ChatOnly).DistinctBy(seat => seat.Id);
        // Stryker disable once Linq : as above
        return !chatOnly && withMedia.Count() >= rules.MediaLimit ? rules.MediaLimit : null;
    }

    private sealed record Reservation(SeatKey Seat, bool ChatOnly);
}
