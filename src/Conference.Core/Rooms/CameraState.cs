namespace Conference.Core.Rooms;

/// <summary>What a participant's camera does.</summary>
public enum CameraState
{
    /// <summary>It can be seen.</summary>
    On,

    /// <summary>Turned off by its owner.</summary>
    Off,

    /// <summary>There is none, or the page may not use it.</summary>
    None,
}
