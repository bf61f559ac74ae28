namespace Conference.Server.Hubs;

/// <summary>Log messages of the hub. Ids only, never names or texts.</summary>
internal static partial class HubLog
{
    [LoggerMessage(1001, LogLevel.Debug, "{Method} refused: {Code}")]
    public static partial void CallRefused(ILogger logger, string method, string code);

    [LoggerMessage(1002, LogLevel.Error, "{Method} failed")]
    public static partial void CallFailed(ILogger logger, Exception fault, string method);

    [LoggerMessage(1003, LogLevel.Information, "Connection {ConnectionId} sent too much and was cut")]
    public static partial void FloodCut(ILogger logger, string connectionId);

    [LoggerMessage(1004, LogLevel.Information, "Connection {ConnectionId} read too slowly and was dropped")]
    public static partial void StalledDropped(ILogger logger, string connectionId);
}
