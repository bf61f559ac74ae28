namespace Conference.Server.Endpoints;

internal static partial class EndpointLog
{
    [LoggerMessage(1201, LogLevel.Error, "A request failed")]
    public static partial void Fault(ILogger logger, Exception exception);
}
