namespace Conference.Server.Hubs;

/// <summary>Log messages of the hub. Ids only, never names or texts.</summary>
internal static partial class HubLog
{
    [LoggerMessage(1001, LogLevel.Debug, "{Method} refused: {Code}")]
    public static partial void CallRefused(ILogger logger, string method, string code);

    [LoggerMessage(1002, LogLevel.Error, "{Method} failed")]
    public static partial void CallFailed(ILogger logger, Exception fault, string method);
}
