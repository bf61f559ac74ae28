namespace Conference.Core.Rooms;

/// <summary>What a host does to others in one room, from memory alone: none of it is put on record but in the audit list.</summary>
public sealed class HostCommands
{
    private readonly Roster _roster;
    private readonly List<RoomEvent> _events;

    internal HostCommands(Roster roster, List<RoomEvent> events) => (_roster, _events) = (roster, events);

    /// <summary>Mutes a participant.</summary>
    public HostDeed Mute(SeatKey seat, string targetId) =>
        Act(_roster.RequireTarget(seat, RoomAction.QuietParticipants, targetId), HostAct.Muted, MediaRules.Mute);

    /// <summary>Mutes everybody but the hosts.</summary>
    public HostDeed MuteAll(SeatKey seat)
    {
        var host = _roster.Require(seat, RoomAction.QuietParticipants);
        foreach (var participant in _roster.Participants.Where(p => p is { IsHost: false, ChatOnly: false }).ToList())
        {
            Act(new HostDeed(host, participant), HostAct.Muted, MediaRules.Mute);
        }

        return new HostDeed(host);
    }

    /// <summary>Stops a participant's video.</summary>
    public HostDeed StopVideo(SeatKey seat, string targetId) =>
        Act(_roster.RequireTarget(seat, RoomAction.QuietParticipants, targetId), HostAct.VideoStopped, MediaRules.StopVideo);

    /// <summary>Stops a participant's share of the screen.</summary>
    public HostDeed StopScreen(SeatKey seat, string targetId) =>
        Act(_roster.RequireTarget(seat, RoomAction.QuietParticipants, targetId), HostAct.ScreenStopped, MediaRules.StopScreen);

    /// <summary>Mutes everybody but the hosts, and stops their screens and recordings.</summary>
    public HostDeed Suspend(SeatKey seat)
    {
        var deed = MuteAll(seat);
        foreach (var participant in _roster.Participants.Where(p => p is { IsHost: false, Media.Screen: not ScreenState.Off }).ToList())
        {
            Act(deed with { Target = participant }, HostAct.ScreenStopped, MediaRules.StopScreen);
        }

        foreach (var participant in _roster.Participants.Where(p => !p.IsHost).ToList())
        {
            _roster.UpdateIfDifferent(participant, one => one with { RecordingSince = null });
        }

        return deed;
    }

    /// <summary>Asks a participant to unmute, who may from now on.</summary>
    public HostDeed AskToUnmute(SeatKey seat, string targetId) => Act(
        _roster.RequireTarget(seat, RoomAction.QuietParticipants, targetId), HostAct.AskedToUnmute, participant => participant with { UnmuteAllowed = true });

    /// <summary>Lowers a participant's hand.</summary>
    public HostDeed LowerHandOf(SeatKey seat, string targetId) => Act(
        _roster.RequireTarget(seat, RoomAction.QuietParticipants, targetId), HostAct.HandLowered, participant => participant with { HandRaisedAt = null });

    /// <summary>Shows one participant large to everybody; null ends that.</summary>
    public HostDeed SetSpotlight(SeatKey seat, string? targetId)
    {
        var deed = targetId is null ? new HostDeed(_roster.Require(seat, RoomAction.Spotlight)) : _roster.RequireTarget(seat, RoomAction.Spotlight, targetId);
        if (deed.Target is { ChatOnly: true })
        {
            throw Roster.NotThere();
        }

        _roster.Change(_roster.Record, targetId);
        return deed;
    }

    private HostDeed Act(HostDeed deed, HostAct act, Func<Participant, Participant> change)
    {
        var target = deed.Target!;
        _roster.UpdateIfDifferent(target, change);
        if (target.ConnectionId is { } connectionId && target.Id != deed.Host.Id)
        {
            _events.Add(new HostActed(connectionId, deed.Host.Name, act));
        }

        return deed;
    }
}
