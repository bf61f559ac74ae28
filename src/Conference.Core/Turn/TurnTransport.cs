namespace Conference.Core.Turn;

/// <summary>How a browser reaches a TURN server.</summary>
public enum TurnTransport
{
    /// <summary>Datagrams.</summary>
    Udp,

    /// <summary>A stream, for networks without UDP.</summary>
    Tcp,

    /// <summary>A stream that looks like https, for networks without anything else.</summary>
    Tls,
}
