namespace Conference.Core.Rooms;

/// <summary>How a host's decision ended a seat, or the wait for one.</summary>
public enum SeatEnd
{
    /// <summary>A host removed the participant, who cannot come back unless a host allows it.</summary>
    Removed,

    /// <summary>A host ended the call for everyone.</summary>
    CallEnded,

    /// <summary>A host deleted the room.</summary>
    RoomDeleted,

    /// <summary>A host gave the room a new link, and whoever waited had come by the old one.</summary>
    LinkChanged,
}
