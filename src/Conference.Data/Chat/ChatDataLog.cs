using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

internal static partial class ChatDataLog
{
    [LoggerMessage(2001, LogLevel.Error, "A batch of {Count} chat entries could not be stored; their senders were told")]
    public static partial void BatchFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "Who hears of stored chat entries failed to listen")]
    public static partial void ObserverFailed(ILogger logger, Exception exception);

    [LoggerMessage(2003, LogLevel.Warning, "The newest texts could not be put into the search index; the next search tries again")]
    public static partial void IndexingFailed(ILogger logger, Exception exception);
}
