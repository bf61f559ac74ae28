namespace Conference.Server.Endpoints.Messages;

/// <summary>What the caller would meet at the room's door.</summary>
public enum RoomEntry
{
    /// <summary>Nothing: joining gives a seat.</summary>
    Open,

    /// <summary>The lobby: a host lets one in.</summary>
    Lobby,

    /// <summary>A lock.</summary>
    Locked,

    /// <summary>A host said no less than a minute ago.</summary>
    Denied,

    /// <summary>The caller was removed.</summary>
    Removed,
}
