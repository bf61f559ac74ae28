using Conference.Core.Chat;

namespace Conference.Data.Chat;

/// <summary>An entry that waits for the writer, and who waits for it.</summary>
internal sealed class PendingAppend(ChatAppend append)
{
    // The publisher must not run what the senders do next.
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChatAppend Append { get; } = append;

    /// <summary>The message id as it is stored. Read here, so that an id that is none fails its caller and not a batch.</summary>
    public byte[]? MessageId { get; } = append.MessageId is { } id ? Convert.FromHexString(id) : null;

    public Task<AppendResult> Answer => _answer.Task;

    public void Complete(AppendResult result) => _answer.SetResult(result);
}
