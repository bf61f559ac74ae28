namespace Conference.Core.Rooms;

/// <summary>
/// The rules of one live room: commands in, events out. No clock, no I/O, no locks; whoever owns it calls it from one place at a time
/// and takes the events after every call. A refused command throws and changes nothing.
/// </summary>
public sealed class Room
{
    private readonly RoomRules _rules;
    private readonly string _epoch;
    private readonly List<Participant> _participants = [];
    private readonly List<Reservation> _reservations = [];
    private readonly HashSet<string> _callPersons = new(StringComparer.Ordinal);
    private readonly DateTimeOffset? _lastSeenAt;
    private List<RoomEvent> _events = [];
    private DateTimeOffset? _emptySince;
    private DateTimeOffset? _callStartedAt;
    private string _title;
    private long _version;

    /// <summary>An empty room without a call.</summary>
    public Room(RoomRecord record, RoomRules rules, string epoch) =>
        (Id, _title, _rules, _epoch) = (record.Id, record.Title, rules, epoch);

    /// <summary>An empty room in which a call was cut off.</summary>
    public Room(OpenCall call, RoomRules rules, string epoch, DateTimeOffset now)
        : this(call.Room, rules, epoch)
    {
        _callStartedAt = call.StartedAt;
        _lastSeenAt = call.LastSeenAt;
        _emptySince = now;
        _callPersons.UnionWith(call.PersonIds);
    }

    /// <summary>The room's key.</summary>
    public long Id { get; }

    /// <summary>Whether nothing would be lost by forgetting it: no seat, none reserved, and no call that waits for its people.</summary>
    public bool IsIdle => _participants.Count == 0 && _reservations.Count == 0 && _callStartedAt is null;

    /// <summary>When <see cref="Expire"/> has something to do; null when nobody is missing.</summary>
    public DateTimeOffset? NextExpiry => (_emptySince ?? _participants.Min(p => p.AbsentSince)) + _rules.Grace;

    /// <summary>The room as it is now.</summary>
    public RoomState State => new(_title, _epoch, _version, _callStartedAt, [.. _participants]);

    /// <summary>What happened since the last time, in order.</summary>
    public IReadOnlyList<RoomEvent> TakeEvents()
    {
        if (_events.Count == 0)
        {
            return [];
        }

        var taken = _events;
        _events = [];
        return taken;
    }

    /// <summary>Keeps a seat free until <see cref="Join"/> or <see cref="Release"/>. It counts against the limits, and nobody sees it.</summary>
    /// <returns>The limit that keeps this participant out; null when the seat is reserved.</returns>
    public int? Reserve(SeatKey seat, bool chatOnly)
    {
        if (_participants.Exists(p => p.ConnectionId == seat.ConnectionId)
            || _reservations.Exists(r => r.Seat.ConnectionId == seat.ConnectionId))
        {
            throw new ConferenceException(ErrorCodes.AlreadyJoined, "This connection has a seat already.");
        }

        var limit = FindLimit(seat.ParticipantId, chatOnly);
        if (limit is null)
        {
            _reservations.Add(new Reservation(seat, chatOnly));
        }

        return limit;
    }

    /// <summary>Gives a reserved seat back, if it was not taken.</summary>
    public void Release(SeatKey seat) => _reservations.RemoveAll(r => r.Seat == seat);

    /// <summary>Takes the reserved seat, or takes the own one back.</summary>
    public JoinOutcome Join(JoinCommand command)
    {
        var reservation = _reservations.Find(r => r.Seat == command.Seat) ?? throw NotJoined();
        var index = IndexOf(command.Seat.ParticipantId);
        if (index >= 0 && _participants[index].Person != command.Person.Key)
        {
            throw new ConferenceException(ErrorCodes.NotAllowed, "This seat belongs to somebody else.");
        }

        _reservations.Remove(reservation);
        var seat = index < 0 ? Sit(command, reservation.ChatOnly) : SitAgain(index, command, reservation.ChatOnly);
        _events.Add(new SeatAssigned(seat.Id, command.Seat.ConnectionId));
        return new JoinOutcome(seat, State, Resumed: index >= 0);
    }

    /// <summary>Gives the seat up.</summary>
    public void Leave(SeatKey seat, DateTimeOffset at) => Free(Require(seat, RoomAction.LeaveRoom), LeaveReason.Left, at);

    /// <summary>Holds the seat of a connection that is gone, if it still owns one.</summary>
    public void Disconnect(SeatKey seat, DateTimeOffset at)
    {
        if (FindOwned(seat) is { } participant)
        {
            Update(participant with { ConnectionId = null, AbsentSince = at });
        }
    }

    /// <summary>Frees the seats whose grace is over, and ends a call that was cut off and to which nobody came back.</summary>
    public void Expire(DateTimeOffset now)
    {
        var cutoff = now - _rules.Grace;
        foreach (var participant in _participants.Where(p => p.AbsentSince <= cutoff).ToList())
        {
            Free(participant, LeaveReason.Vanished, now);
        }

        if (_emptySince <= cutoff && _callStartedAt is not null)
        {
            EndCall(_lastSeenAt ?? now);
        }
    }

    /// <summary>Says what the devices do.</summary>
    public void SetMedia(SeatKey seat, ParticipantMedia media) =>
        UpdateIfDifferent(Require(seat, RoomAction.SetMedia), participant => participant with { Media = media });

    /// <summary>Raises the hand; the first time counts.</summary>
    public void RaiseHand(SeatKey seat, DateTimeOffset at) =>
        UpdateIfDifferent(Require(seat, RoomAction.RaiseHand), participant => participant with { HandRaisedAt = participant.HandRaisedAt ?? at });

    /// <summary>Lowers the hand.</summary>
    public void LowerHand(SeatKey seat) =>
        UpdateIfDifferent(Require(seat, RoomAction.RaiseHand), participant => participant with { HandRaisedAt = null });

    /// <summary>Shows a reaction.</summary>
    public void SendReaction(SeatKey seat, Reaction reaction)
    {
        Require(seat, RoomAction.SendReaction);
        _events.Add(new ReactionShown(seat.ParticipantId, seat.ConnectionId, reaction));
    }

    /// <summary>Says that the participant is writing.</summary>
    public void NotifyTyping(SeatKey seat)
    {
        Require(seat, RoomAction.NotifyTyping);
        _events.Add(new TypingNoticed(seat.ParticipantId, seat.ConnectionId));
    }

    /// <summary>Changes the title. Whether the caller may was decided with the database.</summary>
    public void Rename(string title)
    {
        if (title != _title)
        {
            _title = title;
            _events.Add(new RoomChanged(++_version, title, new RoomSettings(), null));
        }
    }

    /// <summary>The seat's participant, if the connection owns it and may do this.</summary>
    /// <exception cref="ConferenceException">Not joined, or not allowed.</exception>
    public Participant Require(SeatKey seat, RoomAction action)
    {
        var participant = FindOwned(seat) ?? throw NotJoined();
        return Permissions.Can(Actor.Seated(participant, Id), action, Id)
            ? participant
            : throw new ConferenceException(ErrorCodes.NotAllowed, "You cannot do this with chat only.");
    }

    /// <summary>Whether the connection owns the seat.</summary>
    public bool Owns(SeatKey seat) => FindOwned(seat) is not null;

    /// <summary>The two ends of a signal.</summary>
    public SignalRoute RouteSignal(SeatKey seat, string targetId, string targetInstanceId)
    {
        var from = Require(seat, RoomAction.SendSignal);
        var target = _participants.Find(p => p.Id == targetId && p.InstanceId == targetInstanceId && p.Id != from.Id && !p.ChatOnly);
        return target?.ConnectionId is { } connectionId
            ? new SignalRoute(from, connectionId)
            : throw new ConferenceException(ErrorCodes.UnknownParticipant, "That participant is not in the room.");
    }

    internal static ConferenceException NotJoined() => new(ErrorCodes.NotJoined, "Join the room first.");

    /// <summary>A participant whose own seat is held and reserved counts once, and with media if either is.</summary>
    private int? FindLimit(string participantId, bool chatOnly)
    {
        var seats = _participants.Select(p => (p.Id, p.ChatOnly)).Concat(_reservations.Select(r => (Id: r.Seat.ParticipantId, r.ChatOnly)));
        var others = seats.Where(seat => seat.Id != participantId).ToList();
        if (others.DistinctBy(seat => seat.Id).Count() >= _rules.ParticipantLimit)
        {
            return _rules.ParticipantLimit;
        }

        var withMedia = others.Where(seat => !seat.ChatOnly).DistinctBy(seat => seat.Id);
        return !chatOnly && withMedia.Count() >= _rules.MediaLimit ? _rules.MediaLimit : null;
    }

    private Participant Sit(JoinCommand command, bool chatOnly)
    {
        var (seat, person) = (command.Seat, command.Person);
        var participant = new Participant(
            seat.ParticipantId, person.Key, person.Name, command.InstanceId, person.IsHost, chatOnly, command.Media, seat.ConnectionId);
        _participants.Add(participant);
        _callPersons.Add(person.Key.Id);
        _emptySince = null;
        _events.Add(new ParticipantJoined(++_version, participant));
        if (_callStartedAt is null)
        {
            _callStartedAt = command.At;
            _events.Add(new CallStarted(command.At, participant));
        }

        return participant;
    }

    private Participant SitAgain(int index, JoinCommand command, bool chatOnly)
    {
        var before = _participants[index];
        if (before.ConnectionId is { } lost)
        {
            _events.Add(new SeatRevoked(before.Id, lost));
        }

        var after = before with
        {
            Name = command.Person.Name,
            InstanceId = command.InstanceId,
            IsHost = command.Person.IsHost,
            ChatOnly = chatOnly,
            Media = command.Media,
            ConnectionId = command.Seat.ConnectionId,
            AbsentSince = null,
        };
        if (LooksSame(before, after))
        {
            _participants[index] = after;
            return after;
        }

        return Update(after);
    }

    private static bool LooksSame(Participant before, Participant after) =>
        before.ConnectionId is not null && before with { ConnectionId = after.ConnectionId } == after;

    private void UpdateIfDifferent(Participant before, Func<Participant, Participant> change)
    {
        var after = change(before);
        if (after != before)
        {
            Update(after);
        }
    }

    private Participant Update(Participant participant)
    {
        _participants[IndexOf(participant.Id)] = participant;
        _events.Add(new ParticipantUpdated(++_version, participant));
        return participant;
    }

    private void Free(Participant participant, LeaveReason reason, DateTimeOffset at)
    {
        _participants.RemoveAt(IndexOf(participant.Id));
        _events.Add(new ParticipantLeft(++_version, participant, reason));
        if (_participants.Count == 0)
        {
            EndCall(at);
        }
    }

    private void EndCall(DateTimeOffset at)
    {
        _events.Add(new CallEnded(at, at - _callStartedAt!.Value, _callPersons.Count));
        _callStartedAt = null;
        _emptySince = null;
        _callPersons.Clear();
    }

    private int IndexOf(string participantId) => _participants.FindIndex(p => p.Id == participantId);

    private Participant? FindOwned(SeatKey seat) =>
        _participants.Find(p => p.Id == seat.ParticipantId && p.ConnectionId == seat.ConnectionId);

    private sealed record Reservation(SeatKey Seat, bool ChatOnly);
}
