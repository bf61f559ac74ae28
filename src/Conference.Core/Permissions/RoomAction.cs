namespace Conference.Core;

/// <summary>Everything that somebody may want to do to a room.</summary>
public enum RoomAction
{
    /// <summary>Open a new room.</summary>
    CreateRoom,

    /// <summary>See title and who is in it, before joining.</summary>
    SeeRoom,

    /// <summary>Take a seat.</summary>
    JoinRoom,

    /// <summary>Give the own seat up.</summary>
    LeaveRoom,

    /// <summary>Change the title.</summary>
    RenameRoom,

    /// <summary>Read, search and count the chat.</summary>
    ReadHistory,

    /// <summary>Write to the chat.</summary>
    SendMessage,

    /// <summary>Say that one is writing.</summary>
    NotifyTyping,

    /// <summary>Negotiate media with another participant.</summary>
    SendSignal,

    /// <summary>Say what the own devices do.</summary>
    SetMedia,

    /// <summary>Raise or lower the own hand.</summary>
    RaiseHand,

    /// <summary>Show a reaction.</summary>
    SendReaction,
}
