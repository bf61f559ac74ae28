namespace Conference.Core.Rooms;

/// <summary>What becomes of a participant's screen.</summary>
public enum ScreenState
{
    /// <summary>It is not shared.</summary>
    Off,

    /// <summary>It is shared.</summary>
    On,

    /// <summary>It is shared, and stands still: the browser has no picture of it at the moment.</summary>
    Paused,
}
