namespace Conference.Server.Turn;

/// <summary>What came of asking a TURN server for an address.</summary>
internal enum TurnFinding
{
    /// <summary>It gave one, and took it back.</summary>
    Ok,

    /// <summary>No name server knows its name.</summary>
    NameUnknown,

    /// <summary>Nothing came back.</summary>
    NoAnswer,

    /// <summary>Nobody listens there.</summary>
    Refused,

    /// <summary>No TLS that browsers would accept.</summary>
    TlsFailed,

    /// <summary>Whatever answers is no TURN server, or says yes to what it did not check.</summary>
    NoTurn,

    /// <summary>It wants no password: anybody uses it.</summary>
    OpenToAll,

    /// <summary>It does not accept the credential: the secrets differ, unless the clocks do.</summary>
    WrongSecret,

    /// <summary>Its clock is so far ahead of ours that new credentials have ended there.</summary>
    ClockAhead,

    /// <summary>It takes credentials that have ended here: its clock is behind, or it does not look.</summary>
    ClockBehind,

    /// <summary>It has given all addresses that it may.</summary>
    Full,

    /// <summary>It refuses for another reason.</summary>
    Failed,

    /// <summary>The address that it gave is of a smaller network than its own.</summary>
    RelayPrivate,

    /// <summary>The address that it gave is good for this network only, as its own is.</summary>
    RelayLocal,

    /// <summary>Its version has a known hole.</summary>
    VersionUnsafe,
}
