using System.Collections.Concurrent;
using Conference.Core.Chat;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

/// <summary>
/// One thread that writes: while a commit waits for the disk, the next batch gathers, so that many senders share one sync. It has a
/// thread of its own because it spends its life waiting for the disk.
/// </summary>
internal sealed class ChatLog : IChatLog, IChatLogStatus, IAsyncDisposable
{
    private const int LargestBatch = 256;
    private readonly BlockingCollection<PendingAppend> _queue = [];
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ChatWriter _writer;
    private readonly IChatLogObserver[] _observers;
    private readonly ILogger<ChatLog> _logger;
    private volatile string? _fault;

    public ChatLog(ChatWriter writer, IEnumerable<IChatLogObserver> observers, ILogger<ChatLog> logger)
    {
        _writer = writer;
        _observers = [.. observers];
        _logger = logger;
        new Thread(Run) { IsBackground = true, Name = "Chat log" }.Start();
    }

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(ChatAppend append)
    {
        var pending = new PendingAppend(append with { SentAt = append.SentAt.ToWholeMilliseconds() });
        try
        {
            _queue.Add(pending);
        }
        catch (InvalidOperationException)
        {
            // The server stops: what comes now is not taken any more.
            pending.Complete(new AppendResult(AppendStatus.Failed));
        }

        return pending.Answer;
    }

    /// <summary>Writes what is queued, then ends. The queue itself is left to the collector: late callers may still ask it.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _finished.Task;
    }

    private void Run()
    {
        var batch = new List<PendingAppend>(LargestBatch);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < LargestBatch && _queue.TryTake(out var next))
            {
                batch.Add(next);
            }

            Store(batch);
            batch.Clear();
        }

        _writer.Dispose();
        _finished.SetResult();
    }

    private void Store(List<PendingAppend> batch)
    {
        AppendResult[] results;
        try
        {
            results = _writer.Write(batch.ConvertAll(pending => pending.Append));
            _fault = null;
        }
#pragma warning disable CA1031 // Whatever the reason: nothing of the batch was committed, its senders are told so, and the next batch tries anew.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _fault = exception.Message;
            ChatWriterLog.BatchFailed(_logger, batch.Count, exception);
            Fail(batch);
            return;
        }

        Tell(batch, results);
        for (var i = 0; i < results.Length; i++)
        {
            batch[i].Complete(results[i]);
        }
    }

    /// <summary>Also fails what queued up meanwhile: it has waited as long, and its senders are owed an answer within the same time.</summary>
    private void Fail(List<PendingAppend> batch)
    {
        while (_queue.TryTake(out var next))
        {
            batch.Add(next);
        }

        foreach (var pending in batch)
        {
            pending.Complete(new AppendResult(AppendStatus.Failed));
        }
    }

    private void Tell(List<PendingAppend> batch, AppendResult[] results)
    {
        var stored = results.Zip(batch)
            .Where(pair => pair.First.Status == AppendStatus.Stored)
            .GroupBy(pair => pair.Second.Append.RoomId, pair => pair.First.Entry!);
        foreach (var room in stored)
        {
            ChatEntry[] entries = [.. room];
            foreach (var observer in _observers)
            {
                observer.OnStored(room.Key, entries);
            }
        }
    }
}
