namespace Conference.Core;

/// <summary>The one gate: every hub method and every route asks here.</summary>
public static class Permissions
{
    /// <summary>Whether the actor may do this to this room.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="roomId">Where; null for what concerns no room yet.</param>
    public static bool Can(Actor actor, RoomAction action, long? roomId)
    {
        var isHere = actor.RoomId == roomId && roomId is not null;
        var standing = isHere || actor.Standing == Standing.Anonymous ? actor.Standing : Standing.Visitor;
        return action switch
        {
            RoomAction.CreateRoom or RoomAction.SeeRoom or RoomAction.JoinRoom => standing >= Standing.Visitor,
            RoomAction.ReadHistory => standing >= Standing.Admitted,
            RoomAction.RenameRoom => standing >= Standing.Admitted && actor.IsHost,
            RoomAction.SendSignal => standing >= Standing.Participant && !actor.IsChatOnly,
            RoomAction.LeaveRoom or RoomAction.SendMessage or RoomAction.NotifyTyping or RoomAction.SetMedia
                or RoomAction.RaiseHand or RoomAction.SendReaction => standing >= Standing.Participant,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Every action has a row here."),
        };
    }
}
