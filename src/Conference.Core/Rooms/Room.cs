using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>
/// The rules of one live room: commands in, events out. No clock, no I/O, no locks; whoever owns it calls it from one place at a time
/// and takes the events after every call. A refused command throws and changes nothing.
/// </summary>
public sealed class Room
{
    private readonly RoomRules _rules;
    private readonly string _epoch;
    private readonly Roster _roster;
    private readonly SeatPlan _plan;
    private readonly List<RoomEvent> _events = [];
    private readonly HashSet<PersonKey> _removed = [];
    private readonly Call _call;

    /// <summary>An empty room without a call.</summary>
    public Room(RoomRecord record, RoomRules rules, string epoch)
    {
        (_rules, _epoch) = (rules, epoch);
        _roster = new Roster(record, _events);
        _plan = new SeatPlan(rules);
        Lobby = new Lobby(_roster, _events, rules.LobbyLimit);
        Hosts = new HostCommands(_roster, _events);
        _call = new Call(_events);
    }

    /// <summary>An empty room in which a call was cut off.</summary>
    public Room(OpenCall call, RoomRules rules, string epoch, DateTimeOffset now)
        : this(call.Room, rules, epoch)
    {
        _call = new Call(call, _events, now);
    }

    /// <summary>The room's key.</summary>
    public long Id => _roster.Record.Id;

    /// <summary>Who waits to come in.</summary>
    public Lobby Lobby { get; }

    /// <summary>What hosts do to others.</summary>
    public HostCommands Hosts { get; }

    /// <summary>Whether nothing would be lost by forgetting it: no seat, none reserved, nobody waits, and no call that waits for its people.</summary>
    public bool IsIdle => _roster.Participants.Count == 0 && _plan.IsEmpty && Lobby.IsEmpty && _call.StartedAt is null;

    /// <summary>When <see cref="Expire"/> has something to do; null when nobody is missing.</summary>
    public DateTimeOffset? NextExpiry => (_call.EmptySince ?? _roster.Participants.Min(p => p.AbsentSince)) + _rules.Grace;

    /// <summary>The room as it is now.</summary>
    public RoomState State => new(_roster.Record.Code, _roster.Record.Title, _epoch, _roster.Version, _call.StartedAt, [.. _roster.Participants])
    {
        Settings = _roster.Record.Settings,
        SpotlightId = _roster.SpotlightId,
        Lobby = Lobby.Guests,
    };

    /// <summary>What happened since the last time, in order.</summary>
    public IReadOnlyList<RoomEvent> TakeEvents()
    {
        Lobby.NoteHosts();
        if (_events.Count == 0)
        {
            return [];
        }

        RoomEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    /// <summary>
    /// Keeps a seat free until <see cref="Join"/> or <see cref="Release"/>, if the door is open to this one. It counts against the limits, and
    /// nobody sees it.
    /// </summary>
    public EntryAnswer Reserve(SeatKey seat, bool chatOnly, Entrant entrant, DateTimeOffset now)
    {
        if (_roster.Participants.Any(p => p.ConnectionId == seat.ConnectionId) || _plan.HasConnection(seat.ConnectionId))
        {
            throw new ConferenceException(ErrorCodes.AlreadyJoined, "This connection has a seat already.");
        }

        var door = AskDoor(entrant, now);
        var limit = door == Door.Open ? _plan.FindLimit(_roster.Participants, seat.ParticipantId, chatOnly) : null;
        var answer = new EntryAnswer(door, limit);
        if (answer.IsReserved)
        {
            _plan.Reserve(seat, chatOnly);
        }

        return answer;
    }

    /// <summary>Gives a reserved seat back, if it was not taken.</summary>
    public void Release(SeatKey seat) => _plan.Release(seat);

    /// <summary>Takes the reserved seat, or takes the own one back.</summary>
    public JoinOutcome Join(JoinCommand command)
    {
        var before = _roster.Find(command.Seat.ParticipantId);
        if (before is not null && before.Person != command.Person.Key)
        {
            throw new ConferenceException(ErrorCodes.NotAllowed, "This seat belongs to somebody else.");
        }

        var chatOnly = _plan.Take(command.Seat) ?? throw Roster.NotJoined();
        if (_removed.Contains(command.Person.Key))
        {
            throw Roster.NotAllowed();
        }

        var seat = before is null ? Sit(command, chatOnly) : SitAgain(before, command, chatOnly);
        _events.Add(new SeatAssigned(seat.Id, command.Seat.ConnectionId, seat.IsHost));
        return new JoinOutcome(seat, State, Resumed: before is not null);
    }

    /// <summary>Gives the seat up.</summary>
    public void Leave(SeatKey seat, DateTimeOffset at) => Free(Require(seat, RoomAction.LeaveRoom), LeaveReason.Left, at);

    /// <summary>Holds the seat of a connection that is gone, if it still owns one.</summary>
    public void Disconnect(SeatKey seat, DateTimeOffset at)
    {
        if (_roster.FindOwned(seat) is { } participant)
        {
            _roster.Update(participant with { ConnectionId = null, AbsentSince = at });
        }
    }

    /// <summary>Frees the seats whose grace is over, and ends a call that was cut off and to which nobody came back.</summary>
    public void Expire(DateTimeOffset now)
    {
        var cutoff = now - _rules.Grace;
        foreach (var participant in _roster.Participants.Where(p => p.AbsentSince <= cutoff).ToList())
        {
            Free(participant, LeaveReason.Vanished, now);
        }

        _call.Expire(cutoff, now);
    }

    /// <summary>Says what the devices do; what hosts muted or stopped stays so unless it is started on purpose, and screens are shared where that is allowed.</summary>
    /// <param name="seat">Whose.</param>
    /// <param name="media">What they do.</param>
    /// <param name="unmute">The person unmutes on purpose.</param>
    /// <param name="startVideo">The person starts the camera on purpose.</param>
    /// <param name="startScreen">The person starts to share on purpose.</param>
    public void SetMedia(SeatKey seat, ParticipantMedia media, bool unmute, bool startVideo, bool startScreen)
    {
        var before = Require(seat, RoomAction.SetMedia);
        var mayUnmute = _roster.Can(before, RoomAction.Unmute);
        if ((unmute && !mayUnmute) || (startScreen && !_roster.Can(before, RoomAction.ShareScreen)))
        {
            throw Roster.NotAllowed();
        }

        _roster.UpdateIfDifferent(
            before, participant => _roster.Settle(MediaRules.Apply(participant, media, mayUnmute, unmute, startVideo, startScreen)));
    }

    /// <summary>Changes the own name.</summary>
    public void SetName(SeatKey seat, string name) =>
        _roster.UpdateIfDifferent(Require(seat, RoomAction.SetName), participant => participant with { Name = name });

    /// <summary>Raises the hand; the first time counts.</summary>
    public void RaiseHand(SeatKey seat, DateTimeOffset at) => _roster.UpdateIfDifferent(
        Require(seat, RoomAction.RaiseHand), participant => participant with { HandRaisedAt = participant.HandRaisedAt ?? at });

    /// <summary>Lowers the hand.</summary>
    public void LowerHand(SeatKey seat) =>
        _roster.UpdateIfDifferent(Require(seat, RoomAction.RaiseHand), participant => participant with { HandRaisedAt = null });

    /// <summary>Says that the participant records from now on; the first time counts.</summary>
    public void StartRecording(SeatKey seat, DateTimeOffset at) => _roster.UpdateIfDifferent(
        Require(seat, RoomAction.Record), participant => participant with { RecordingSince = participant.RecordingSince ?? at });

    /// <summary>Says that it records no more.</summary>
    public void StopRecording(SeatKey seat) =>
        _roster.UpdateIfDifferent(Require(seat, RoomAction.SetMedia), participant => participant with { RecordingSince = null });

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

    /// <summary>Takes over link, title, settings and message as they were put on record. With a new link nobody waits who came by the old one.</summary>
    public void Apply(RoomRecord record)
    {
        var before = _roster.Record;
        _roster.Change(record, _roster.SpotlightId);
        if (before.Code != record.Code)
        {
            Lobby.End(SeatEnd.LinkChanged);
        }

        if (before.LobbyMessage != record.LobbyMessage)
        {
            Lobby.Tell();
        }
    }

    /// <summary>Takes over that a person is a host, or is none any more.</summary>
    /// <param name="person">Who, as on record.</param>
    /// <param name="byName">The host who did it; null when it was a host link.</param>
    public void ApplyHost(PersonRecord person, string? byName)
    {
        foreach (var before in _roster.Participants.Where(p => p.Person == person.Key).ToList())
        {
            var after = _roster.Settle(before with { IsHost = person.IsHost, IsOwner = person.IsOwner });
            if (after != before)
            {
                _roster.Update(after);
                TellHost(after, byName);
            }
        }
    }

    /// <summary>Ends all seats and the wait of a participant's person, who stays out from now on.</summary>
    /// <returns>What was done, and when the call began.</returns>
    /// <exception cref="ConferenceException">
    /// <see cref="ErrorCodes.OwnSeat"/> for oneself, <see cref="ErrorCodes.NotAllowed"/> for the owner.
    /// </exception>
    public (HostDeed Deed, DateTimeOffset CallStartedAt) Remove(SeatKey host, string targetId, DateTimeOffset at)
    {
        var deed = _roster.RequireTarget(host, RoomAction.RemoveParticipant, targetId);
        var person = deed.Target!.Person;
        if (person == deed.Host.Person)
        {
            throw new ConferenceException(ErrorCodes.OwnSeat, "Leave the room instead.");
        }

        if (deed.Target.IsOwner)
        {
            throw Roster.NotAllowed();
        }

        var callStartedAt = _call.StartedAt ?? at;
        _removed.Add(person);
        Lobby.Remove(person);
        foreach (var participant in _roster.Participants.Where(p => p.Person == person).ToList())
        {
            EndSeat(participant, SeatEnd.Removed);
            Free(participant, LeaveReason.Removed, at);
        }

        return (deed, callStartedAt);
    }

    /// <summary>Lets a removed person ask again.</summary>
    public void AllowBack(PersonKey person) => _removed.Remove(person);

    /// <summary>Ends the call for everybody who has a seat. Who waits goes on waiting, unless the room itself is gone.</summary>
    public void End(DateTimeOffset at, bool isRoomDeleted)
    {
        _plan.Clear();
        var participants = _roster.Participants.ToList();
        participants.ForEach(participant => EndSeat(participant, isRoomDeleted ? SeatEnd.RoomDeleted : SeatEnd.CallEnded));
        participants.ForEach(participant => Free(participant, LeaveReason.Ended, at));
        if (isRoomDeleted)
        {
            Vanish();
        }
    }

    /// <summary>The seat's participant, if the connection owns it and may do this.</summary>
    /// <exception cref="ConferenceException">Not joined, or not allowed.</exception>
    public Participant Require(SeatKey seat, RoomAction action) => _roster.Require(seat, action);

    /// <summary>The seat's participant as <see cref="Require"/>, and another one to whom it does something.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.UnknownParticipant"/> when there is no such one.</exception>
    public HostDeed RequireTarget(SeatKey seat, RoomAction action, string targetId) => _roster.RequireTarget(seat, action, targetId);

    /// <summary>Whether the connection owns the seat.</summary>
    public bool Owns(SeatKey seat) => _roster.FindOwned(seat) is not null;

    /// <summary>The two ends of a signal.</summary>
    public SignalRoute RouteSignal(SeatKey seat, string targetId, string targetInstanceId)
    {
        var from = Require(seat, RoomAction.SendSignal);
        var target = _roster.Find(targetId);
        var isThere = target is { ChatOnly: false } && target.InstanceId == targetInstanceId && target.Id != from.Id;
        return isThere && target?.ConnectionId is { } connectionId
            ? new SignalRoute(from, connectionId, _roster.Record.Settings.RelayOnly)
            : throw Roster.NotThere();
    }

    /// <summary>The room is no more: nobody waits in it, and no call that was cut off goes on.</summary>
    private void Vanish()
    {
        _call.Forget();
        Lobby.End(SeatEnd.RoomDeleted);
    }

    private Door AskDoor(Entrant entrant, DateTimeOffset now) => entrant.Person is { } person && _removed.Contains(person.Key)
        ? Door.Removed
        : Doorkeeper.Ask(entrant, _roster.Record.Settings, _call.StartedAt, now);

    private void TellHost(Participant participant, string? byName)
    {
        if (participant.ConnectionId is not { } connectionId)
        {
            return;
        }

        _events.Add(participant.IsHost ? new HostAssigned(connectionId, Lobby.Guests) : new HostRevoked(connectionId));
        if (byName is not null)
        {
            _events.Add(new HostActed(connectionId, byName, participant.IsHost ? HostAct.MadeHost : HostAct.RemovedAsHost));
        }
    }

    private Participant Sit(JoinCommand command, bool chatOnly)
    {
        var (seat, person) = (command.Seat, command.Person);
        var arrived = new Participant(
            seat.ParticipantId, person.Key, person.Name, command.InstanceId, person.IsHost, chatOnly, command.Media, seat.ConnectionId);
        var participant = _roster.Settle(MediaRules.OnArrival(arrived with { IsOwner = person.IsOwner }, _roster.Record.Settings));
        _roster.Add(participant);
        _call.Arrive(participant, command.At);
        return participant;
    }

    private Participant SitAgain(Participant before, JoinCommand command, bool chatOnly)
    {
        if (before.ConnectionId is { } lost)
        {
            _events.Add(new SeatRevoked(before.Id, lost));
        }

        var after = _roster.Settle(MediaRules.OnArrival(Returned(before, command, chatOnly), _roster.Record.Settings, before));
        if (LooksSame(before, after))
        {
            _roster.Replace(after);
            return after;
        }

        return _roster.Update(after);
    }

    private Participant Returned(Participant before, JoinCommand command, bool chatOnly)
    {
        var returned = before with
        {
            InstanceId = command.InstanceId,
            IsHost = command.Person.IsHost,
            IsOwner = command.Person.IsOwner,
            ChatOnly = chatOnly,
            Media = command.Media,
            ConnectionId = command.Seat.ConnectionId,
            AbsentSince = null,
            RecordingSince = command.InstanceId == before.InstanceId ? before.RecordingSince : null,
        };
        return _roster.Can(returned, RoomAction.SetName) ? returned with { Name = command.Person.Name } : returned;
    }

    private static bool LooksSame(Participant before, Participant after) =>
        before.ConnectionId is not null && before with { ConnectionId = after.ConnectionId } == after;

    private void EndSeat(Participant participant, SeatEnd reason)
    {
        if (participant.ConnectionId is { } connectionId)
        {
            _events.Add(new SeatEnded(connectionId, reason));
        }
    }

    private void Free(Participant participant, LeaveReason reason, DateTimeOffset at)
    {
        _roster.Remove(participant, reason);
        if (_roster.Participants.Count == 0)
        {
            _call.Finish(at);
        }
    }
}
