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

    /// <summary>Get new credentials for the TURN servers.</summary>
    RenewIceServers,

    /// <summary>Say what the own devices do.</summary>
    SetMedia,

    /// <summary>Raise or lower the own hand.</summary>
    RaiseHand,

    /// <summary>Show a reaction.</summary>
    SendReaction,

    /// <summary>Change the own name during a call.</summary>
    SetName,

    /// <summary>Unmute oneself after a host muted one.</summary>
    Unmute,

    /// <summary>Share a screen.</summary>
    ShareScreen,

    /// <summary>Record the call.</summary>
    Record,

    /// <summary>Admit and deny people in the lobby.</summary>
    AnswerLobby,

    /// <summary>Mute, stop video and screens, ask to unmute, lower hands.</summary>
    QuietParticipants,

    /// <summary>Show one participant large to everybody.</summary>
    Spotlight,

    /// <summary>Make and unmake hosts.</summary>
    ManageHosts,

    /// <summary>Remove participants.</summary>
    RemoveParticipant,

    /// <summary>See and change settings, and who was removed.</summary>
    ManageRoom,

    /// <summary>Mute all, stop screens and recordings, lock, and keep chat, screens and recordings to hosts, in one.</summary>
    SuspendRoom,

    /// <summary>End the call for everyone.</summary>
    EndCall,

    /// <summary>Delete the room and its chat.</summary>
    DeleteRoom,

    /// <summary>Read what hosts did.</summary>
    ReadAudit,

    /// <summary>Make a link that hands host rights on.</summary>
    MakeHostLink,

    /// <summary>Use such a link.</summary>
    UseHostLink,

    /// <summary>See as whom one is signed in, and go to where one signs in.</summary>
    SeeSession,

    /// <summary>Sign out.</summary>
    ChangeSession,

    /// <summary>Find out whether a call would work from where one is.</summary>
    CheckConnection,
}
