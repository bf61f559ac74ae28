namespace Conference.Server.Hubs.Messages;

/// <summary>What became of a request to join.</summary>
public enum JoinStatus
{
    /// <summary>The caller has a seat.</summary>
    Joined,

    /// <summary>The caller waits in the lobby, and is told the answer on this connection.</summary>
    Waiting,

    /// <summary>There is no room with this code.</summary>
    NotFound,

    /// <summary>Every seat is taken, or every place in the lobby.</summary>
    Full,

    /// <summary>The room is locked.</summary>
    Locked,

    /// <summary>A host said no; the caller may ask again a minute after that.</summary>
    Denied,

    /// <summary>The caller was removed from this room.</summary>
    Removed,

    /// <summary>The room has a password and none was given.</summary>
    PasswordRequired,

    /// <summary>That is not the room's password.</summary>
    PasswordWrong,
}
