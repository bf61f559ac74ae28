using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

internal static partial class ChatWriterLog
{
    [LoggerMessage(2001, LogLevel.Error, "A batch of {Count} chat entries could not be stored; their senders were told")]
    public static partial void BatchFailed(ILogger logger, int count, Exception exception);
}
