namespace Conference.Core.Audit;

/// <summary>What a host did. Stored as a number: values never change.</summary>
public enum AuditAction
{
    /// <summary>Let one person in from the lobby.</summary>
    Admitted = 0,

    /// <summary>Said no to one person in the lobby.</summary>
    Denied = 1,

    /// <summary>Let everybody in from the lobby.</summary>
    AdmittedAll = 2,

    /// <summary>Muted one participant.</summary>
    Muted = 3,

    /// <summary>Muted everybody but the hosts.</summary>
    MutedAll = 4,

    /// <summary>Stopped one participant's video.</summary>
    VideoStopped = 5,

    /// <summary>Asked one participant to unmute.</summary>
    AskedToUnmute = 6,

    /// <summary>Lowered a hand.</summary>
    HandLowered = 7,

    /// <summary>Showed one participant large to everybody.</summary>
    Spotlighted = 8,

    /// <summary>Ended the spotlight.</summary>
    SpotlightEnded = 9,

    /// <summary>Made a participant a host.</summary>
    MadeHost = 10,

    /// <summary>Took host rights back.</summary>
    RemovedAsHost = 11,

    /// <summary>Removed a participant.</summary>
    Removed = 12,

    /// <summary>Allowed a removed person back.</summary>
    AllowedBack = 13,

    /// <summary>Deleted a removed person's messages of the call.</summary>
    MessagesDeleted = 14,

    /// <summary>Suspended everything.</summary>
    Suspended = 15,

    /// <summary>Ended the call for everyone.</summary>
    CallEnded = 16,

    /// <summary>Made a host link.</summary>
    HostLinkMade = 17,

    /// <summary>Became a host by a host link.</summary>
    HostLinkUsed = 18,

    /// <summary>Turned the lobby on.</summary>
    LobbyOn = 19,

    /// <summary>Turned the lobby off.</summary>
    LobbyOff = 20,

    /// <summary>Locked the room.</summary>
    Locked = 21,

    /// <summary>Unlocked the room.</summary>
    Unlocked = 22,

    /// <summary>Renamed the room.</summary>
    Renamed = 23,

    /// <summary>Set a password.</summary>
    PasswordSet = 24,

    /// <summary>Removed the password.</summary>
    PasswordRemoved = 25,

    /// <summary>Let participants share screens.</summary>
    SharingOn = 26,

    /// <summary>Kept sharing to hosts.</summary>
    SharingOff = 27,

    /// <summary>Let participants chat.</summary>
    ChatOn = 28,

    /// <summary>Kept the chat to hosts.</summary>
    ChatOff = 29,

    /// <summary>Let participants unmute themselves.</summary>
    UnmutingOn = 30,

    /// <summary>Kept unmuting to hosts.</summary>
    UnmutingOff = 31,

    /// <summary>Let participants react.</summary>
    ReactingOn = 32,

    /// <summary>Kept reactions to hosts.</summary>
    ReactingOff = 33,

    /// <summary>Let participants change their names.</summary>
    RenamingOn = 34,

    /// <summary>Kept names as they are.</summary>
    RenamingOff = 35,

    /// <summary>Changed how long messages are kept.</summary>
    KeepingChanged = 36,

    /// <summary>Changed the message to the lobby.</summary>
    LobbyMessageChanged = 37,

    /// <summary>Became a host by a join token.</summary>
    JoinTokenUsed = 38,

    /// <summary>Gave the room a new link.</summary>
    LinkChanged = 39,

    /// <summary>Stopped one participant's share of the screen.</summary>
    ScreenStopped = 40,

    /// <summary>Let participants record.</summary>
    RecordingOn = 41,

    /// <summary>Kept recording to hosts.</summary>
    RecordingOff = 42,

    /// <summary>Kept the call to relays.</summary>
    RelayOnlyOn = 43,

    /// <summary>Let the call take direct ways.</summary>
    RelayOnlyOff = 44,

    /// <summary>Kept the call to sound.</summary>
    AudioOnlyOn = 45,

    /// <summary>Let cameras be seen.</summary>
    AudioOnlyOff = 46,
}
