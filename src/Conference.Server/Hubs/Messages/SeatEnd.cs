namespace Conference.Server.Hubs.Messages;

/// <summary>How a host's decision ended a seat.</summary>
public enum SeatEnd
{
    /// <summary>A host removed the participant, who cannot come back unless a host allows it.</summary>
    Removed,

    /// <summary>A host ended the call for everyone.</summary>
    CallEnded,

    /// <summary>A host deleted the room.</summary>
    RoomDeleted,
}
