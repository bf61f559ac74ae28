namespace Conference.Server.Web.Sockets;

/// <summary>Log messages of the sockets. Counts only, never addresses.</summary>
internal static partial class SocketLog
{
    [LoggerMessage(1401, LogLevel.Warning, "Sockets refused since the last of these lines: {Count}. There were too many, in all or of one address")]
    public static partial void Refused(ILogger logger, long count);
}
