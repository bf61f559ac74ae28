namespace Conference.Server.Tests.Access;

/// <summary>Which room a call is about, and how that one is set up.</summary>
public enum Relation
{
    /// <summary>The actor's own room: nothing is closed.</summary>
    Open,

    /// <summary>The own room, with a lobby.</summary>
    Lobby,

    /// <summary>The own room, with a lobby and a lock.</summary>
    Locked,

    /// <summary>The own room, with a password.</summary>
    Password,

    /// <summary>The own room, where participants may do nothing that hosts can keep to themselves.</summary>
    Strict,

    /// <summary>Another room that is there, with a lobby.</summary>
    Other,

    /// <summary>A room, a participant, somebody in the lobby that are nowhere.</summary>
    Unknown,
}
