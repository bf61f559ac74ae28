namespace Conference.Server.Turn;

/// <summary>Log messages about TURN servers, by what the operator called them.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(1511, LogLevel.Information, "TURN works: {Results}")]
    public static partial void Works(ILogger logger, string results);

    [LoggerMessage(1512, LogLevel.Warning, "TURN has something to look at: {Results}. The command doctor says more")]
    public static partial void Fails(ILogger logger, string results);
}
