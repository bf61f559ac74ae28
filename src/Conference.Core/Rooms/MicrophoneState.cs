namespace Conference.Core.Rooms;

/// <summary>What a participant's microphone does.</summary>
public enum MicrophoneState
{
    /// <summary>It can be heard.</summary>
    On,

    /// <summary>Stopped on purpose by its owner.</summary>
    Muted,

    /// <summary>There is none, or the page may not use it.</summary>
    None,
}
