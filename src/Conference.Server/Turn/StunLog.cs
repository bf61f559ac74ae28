namespace Conference.Server.Turn;

/// <summary>Log messages of STUN in the box. Never an address of somebody who asks.</summary>
internal static partial class StunLog
{
    [LoggerMessage(1501, LogLevel.Information, "STUN answers on UDP port {Port}")]
    public static partial void Listens(ILogger logger, int port);

    [LoggerMessage(1502, LogLevel.Warning,
        "STUN is off: UDP port {Port} cannot be used ({Reason}). Name another one in Stun:Port, or set Stun:Enabled to false")]
    public static partial void Off(ILogger logger, int port, string reason);
}
