using Conference.Core.Rooms;

namespace Conference.Core;

/// <summary>The one gate: every hub method and every route asks here.</summary>
public static class Permissions
{
    /// <summary>Whether the actor may do this to this room.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="room">Where, with its settings; null for what concerns no room yet.</param>
    public static bool Can(Actor actor, RoomAction action, RoomRecord? room)
    {
        var isHere = room is not null && actor.RoomId == room.Id;
        var standing = isHere || actor.Standing == Standing.Anonymous ? actor.Standing : Standing.Visitor;
        var isHost = isHere && actor.IsHost;
        var isSeated = standing == Standing.Participant;
        var settings = room?.Settings ?? new RoomSettings();
        return action switch
        {
            RoomAction.CreateRoom or RoomAction.CheckConnection => standing >= Standing.Removed && !actor.NeedsSignIn,
            RoomAction.SeeRoom or RoomAction.JoinRoom or RoomAction.SeeSession or RoomAction.ChangeSession => standing >= Standing.Removed,
            RoomAction.UseHostLink => standing >= Standing.Visitor,
            RoomAction.LeaveRoom => standing is Standing.Waiting or Standing.Participant,
            RoomAction.ReadHistory => standing >= Standing.Admitted,
            RoomAction.SetMedia or RoomAction.RaiseHand => isSeated,
            RoomAction.SendSignal or RoomAction.RenewIceServers => isSeated && !actor.IsChatOnly,
            RoomAction.SendMessage or RoomAction.NotifyTyping => isSeated && (isHost || settings.MayChat),
            RoomAction.SendReaction => isSeated && (isHost || settings.MayReact),
            RoomAction.SetName => isSeated && (isHost || settings.MayRename),
            RoomAction.Unmute => isSeated && (isHost || settings.MayUnmute || actor.IsUnmuteAllowed),
            RoomAction.ShareScreen => isSeated && !actor.IsChatOnly && (isHost || settings.MayShareScreens),
            RoomAction.Record => isSeated && !actor.IsChatOnly && (isHost || settings.MayRecord),
            RoomAction.AnswerLobby or RoomAction.QuietParticipants or RoomAction.Spotlight or RoomAction.ManageHosts
                or RoomAction.RemoveParticipant or RoomAction.SuspendRoom or RoomAction.EndCall => isSeated && isHost,
            RoomAction.RenameRoom or RoomAction.ManageRoom or RoomAction.DeleteRoom or RoomAction.ReadAudit
                or RoomAction.MakeHostLink => standing >= Standing.Admitted && isHost,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Every action has a row here."),
        };
    }
}
