namespace Conference.Core.Rooms;

/// <summary>What a host did to one participant, who is told.</summary>
public enum HostAct
{
    /// <summary>Muted the microphone.</summary>
    Muted,

    /// <summary>Stopped the camera.</summary>
    VideoStopped,

    /// <summary>Stopped the share of the screen.</summary>
    ScreenStopped,

    /// <summary>Asks the participant to unmute, who may from now on.</summary>
    AskedToUnmute,

    /// <summary>Lowered the hand.</summary>
    HandLowered,

    /// <summary>Made the participant a host.</summary>
    MadeHost,

    /// <summary>Took the host's rights back.</summary>
    RemovedAsHost,
}
