namespace Conference.Core.Rooms;

/// <summary>How a seat became free.</summary>
public enum LeaveReason
{
    /// <summary>The participant left.</summary>
    Left,

    /// <summary>The participant vanished and the grace is over.</summary>
    Vanished,

    /// <summary>A host removed the participant.</summary>
    Removed,

    /// <summary>A host ended the call for everyone.</summary>
    Ended,
}
