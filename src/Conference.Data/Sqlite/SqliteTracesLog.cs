using Microsoft.Extensions.Logging;

namespace Conference.Data.Sqlite;

internal static partial class SqliteTracesLog
{
    [LoggerMessage(2101, LogLevel.Warning, "The write-ahead log could not be emptied because it is being read; the next hour tries again")]
    public static partial void LogInUse(ILogger logger);

    [LoggerMessage(2102, LogLevel.Warning, "The database could not be written anew after deletions; the next hour tries again")]
    public static partial void RewriteFailed(ILogger logger, Exception exception);
}
