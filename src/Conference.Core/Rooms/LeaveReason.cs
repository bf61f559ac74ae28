namespace Conference.Core.Rooms;

/// <summary>How a seat became free.</summary>
public enum LeaveReason
{
    /// <summary>The participant left.</summary>
    Left,

    /// <summary>The participant vanished and the grace is over.</summary>
    Vanished,
}
