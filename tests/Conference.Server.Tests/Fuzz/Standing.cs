namespace Conference.Server.Tests.Fuzz;

/// <summary>What a caller is in a room.</summary>
internal enum Standing
{
    /// <summary>Never came in.</summary>
    Stranger,

    /// <summary>Was in and left.</summary>
    Gone,

    /// <summary>Waits in the lobby.</summary>
    Waiting,

    Participant,

    Host,
}
