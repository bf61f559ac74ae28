namespace Conference.Server.Telemetry;

internal static partial class StartLog
{
    [LoggerMessage(1001, LogLevel.Information, "Conference is open at {Addresses}")]
    public static partial void Started(ILogger logger, string addresses);

    [LoggerMessage(1002, LogLevel.Information,
        "Browsers give camera and microphone to https and localhost only: for other devices put a proxy with https in front, as in src/deploy")]
    public static partial void NeedsHttps(ILogger logger);

    [LoggerMessage(1003, LogLevel.Information, "Conference stops")]
    public static partial void Stopping(ILogger logger);
}
