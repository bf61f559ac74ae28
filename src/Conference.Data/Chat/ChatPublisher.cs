using System.Threading.Channels;
using Conference.Core.Chat;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

/// <summary>
/// Tells the observers what was stored and answers the senders, batch after batch. On the thread pool: the writer is back at the disk at
/// once, and what goes to one connection, the entries and the answer, is gathered before the connection's own work sends it in one go.
/// </summary>
internal sealed class ChatPublisher : IAsyncDisposable
{
    private readonly Channel<ChatBatch> _batches = Channel.CreateUnbounded<ChatBatch>(new() { SingleReader = true, SingleWriter = true });
    private readonly IChatLogObserver[] _observers;
    private readonly ILogger _logger;
    private readonly Task _running;

    public ChatPublisher(IEnumerable<IChatLogObserver> observers, ILogger logger)
    {
        _observers = [.. observers];
        _logger = logger;
        _running = RunAsync();
    }

    public void Publish(ChatBatch batch) => _batches.Writer.TryWrite(batch);

    /// <summary>Publishes what it was given, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _batches.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        await foreach (var batch in _batches.Reader.ReadAllAsync())
        {
            Tell(batch);
            Answer(batch);
        }
    }

    private void Tell(ChatBatch batch)
    {
        foreach (var (roomId, entries) in batch.Stored())
        {
            foreach (var observer in _observers)
            {
                Tell(observer, roomId, entries);
            }
        }
    }

    private void Tell(IChatLogObserver observer, long roomId, ChatEntry[] entries)
    {
        try
        {
            observer.OnStored(roomId, entries);
        }
        catch (Exception exception)
        {
            // The entries are stored; a listener's fault must not end the publisher. Clients see the gap and read the page.
            ChatDataLog.ObserverFailed(_logger, exception);
        }
    }

    private static void Answer(ChatBatch batch)
    {
        for (var i = 0; i < batch.Results.Length; i++)
        {
            batch.Appends[i].Complete(batch.Results[i]);
        }
    }
}
