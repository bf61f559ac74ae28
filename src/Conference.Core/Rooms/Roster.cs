namespace Conference.Core.Rooms;

/// <summary>
/// Who has a seat in one room, what hosts decided, and who may do what: everything that a snapshot shows. Each change of it is an event with
/// the next version.
/// </summary>
internal sealed class Roster(RoomRecord record, List<RoomEvent> events)
{
    private readonly List<Participant> _participants = [];

    public IReadOnlyList<Participant> Participants => _participants;

    public RoomRecord Record { get; private set; } = record;

    public string? SpotlightId { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether somebody is there who can answer the lobby.</summary>
    public bool HasHost => _participants.Exists(p => p is { IsHost: true, ConnectionId: not null });

    public static ConferenceException NotJoined() => new(ErrorCodes.NotJoined, "Join the room first.");

    public static ConferenceException NotAllowed() => new(ErrorCodes.NotAllowed, "You may not do this in this room.");

    public static ConferenceException NotThere() => new(ErrorCodes.UnknownParticipant, "That participant is not in the room.");

    public Participant? Find(string participantId) => _participants.Find(p => p.Id == participantId);

    public Participant? FindOwned(SeatKey seat) => _participants.Find(p => p.Id == seat.ParticipantId && p.ConnectionId == seat.ConnectionId);

    public bool Can(Participant participant, RoomAction action) => Permissions.Can(Actor.Seated(participant, Record.Id), action, Record);

    /// <summary>
    /// The same participant, without the share of a screen and the recording where it may have none, and without a camera where there is sound only.
    /// </summary>
    public Participant Settle(Participant participant)
    {
        var shown = Can(participant, RoomAction.ShareScreen) ? participant : MediaRules.EndShare(participant);
        var recording = Can(participant, RoomAction.Record) ? shown : shown with { RecordingSince = null };
        return Record.Settings.AudioOnly ? MediaRules.EndVideo(recording) : recording;
    }

    /// <summary>The seat's participant, if the connection owns it and may do this.</summary>
    public Participant Require(SeatKey seat, RoomAction action)
    {
        var participant = FindOwned(seat) ?? throw NotJoined();
        return Can(participant, action) ? participant : throw NotAllowed();
    }

    /// <summary>The same, and another one to whom it does something.</summary>
    public HostDeed RequireTarget(SeatKey seat, RoomAction action, string targetId)
    {
        var host = Require(seat, action);
        return new HostDeed(host, Find(targetId) ?? throw NotThere());
    }

    public void Add(Participant participant)
    {
        _participants.Add(participant);
        events.Add(new ParticipantJoined(++Version, participant));
    }

    public Participant Update(Participant participant)
    {
        Replace(participant);
        events.Add(new ParticipantUpdated(++Version, participant));
        return participant;
    }

    public void UpdateIfDifferent(Participant before, Func<Participant, Participant> change)
    {
        var after = change(before);
        if (after != before)
        {
            Update(after);
        }
    }

    /// <summary>Puts one in place of itself, without a word.</summary>
    public void Replace(Participant participant) => _participants[_participants.FindIndex(p => p.Id == participant.Id)] = participant;

    public void Remove(Participant participant, LeaveReason reason)
    {
        _participants.RemoveAll(p => p.Id == participant.Id);
        events.Add(new ParticipantLeft(++Version, participant, reason));
        if (participant.Id == SpotlightId)
        {
            Change(Record, spotlightId: null);
        }
    }

    public void Change(RoomRecord record, string? spotlightId)
    {
        var isNews = record.Code != Record.Code || record.Title != Record.Title || record.Settings != Record.Settings || spotlightId != SpotlightId;
        (Record, SpotlightId) = (record, spotlightId);
        if (isNews)
        {
            events.Add(new RoomChanged(++Version, record.Code, record.Title, record.Settings, spotlightId));
            _participants.ToList().ForEach(participant => UpdateIfDifferent(participant, Settle));
        }
    }
}
