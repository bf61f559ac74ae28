namespace Conference.Core;

/// <summary>How close an actor is to a room. Each one includes those before it, but for what is said of a single action.</summary>
public enum Standing
{
    /// <summary>No cookie.</summary>
    Anonymous,

    /// <summary>A browser that a host removed from this room.</summary>
    Removed,

    /// <summary>A browser that is known, but not here.</summary>
    Visitor,

    /// <summary>Asks in the lobby.</summary>
    Waiting,

    /// <summary>Was in the room once, or opened it.</summary>
    Admitted,

    /// <summary>Has a seat now.</summary>
    Participant,
}
