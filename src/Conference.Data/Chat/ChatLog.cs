using System.Collections.Concurrent;
using System.Diagnostics;
using Conference.Core;
using Conference.Core.Chat;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

/// <summary>
/// One thread that writes: while a commit waits for the disk, the next batch gathers, so that many senders share one sync. A message in
/// a quiet moment is written at once; in a busy one commits keep a distance, because a commit costs as much as thirty messages, and
/// what is committed together is sent together. It has a thread of its own because it spends its life waiting for the disk.
/// </summary>
internal sealed class ChatLog : IChatLog, IChatLogStatus, IAsyncDisposable
{
    private const int LargestBatch = 512;
    private static readonly TimeSpan ShortestDistance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestDistance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan DistancePerMessage = TimeSpan.FromMilliseconds(0.8);
    private readonly BlockingCollection<PendingAppend> _queue = [];
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ChatWriter _writer;
    private readonly ChatPublisher _publisher;
    private readonly ILogger<ChatLog> _logger;
    private readonly Lock _adding = new();
    private Task _newest = Task.CompletedTask;
    private TimeSpan _distance = ShortestDistance;
    private long _lastBatchAt;
    private volatile string? _fault;

    public ChatLog(ChatWriter writer, IEnumerable<IChatLogObserver> observers, ILogger<ChatLog> logger)
    {
        _writer = writer;
        _publisher = new ChatPublisher(observers, logger);
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
            lock (_adding)
            {
                _queue.Add(pending);
                _newest = pending.Answer;
            }
        }
        catch (InvalidOperationException)
        {
            // The server stops: what comes now is not taken any more.
            pending.Complete(new AppendResult(AppendStatus.Failed));
        }

        return pending.Answer;
    }

    /// <summary>Waits until all that was appended before is on disk and told, or failed.</summary>
    public Task SettleAsync()
    {
        lock (_adding)
        {
            return _newest;
        }
    }

    /// <summary>Writes what is queued, then ends. The queue itself is left to the collector: late callers may still ask it.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _finished.Task;
        await _publisher.DisposeAsync();
    }

    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            KeepDistance();
            var batch = Gather(first);
            _distance = TimeSpan.FromTicks(Math.Clamp(
                DistancePerMessage.Ticks * batch.Count, ShortestDistance.Ticks, LongestDistance.Ticks));
            Store(batch);
        }

        _writer.Dispose();
        _finished.SetResult();
    }

    private List<PendingAppend> Gather(PendingAppend first)
    {
        List<PendingAppend> batch = [first];
        while (batch.Count < LargestBatch && _queue.TryTake(out var next))
        {
            batch.Add(next);
        }

        return batch;
    }

    private void KeepDistance()
    {
        var early = _distance - Stopwatch.GetElapsedTime(_lastBatchAt);
        if (early > TimeSpan.Zero && _queue.Count < LargestBatch)
        {
            // Asleep, not waiting for the queue: what comes meanwhile shall gather, and the thread has nothing else to do.
            Thread.Sleep(early);
        }

        _lastBatchAt = Stopwatch.GetTimestamp();
    }

    private void Store(List<PendingAppend> batch)
    {
        try
        {
            var results = _writer.Write(batch);
            _fault = null;
            _publisher.Publish(new ChatBatch(batch, results));
        }
        catch (Exception exception)
        {
            // Whatever the reason: nothing of the batch was committed, its senders are told so, and the next batch tries anew.
            _fault = exception.Message;
            ChatDataLog.BatchFailed(_logger, batch.Count, exception);
            Fail(batch);
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
}
