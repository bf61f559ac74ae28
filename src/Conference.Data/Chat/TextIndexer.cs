using Conference.Core.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

/// <summary>
/// Puts new texts into the search index a moment after they were stored, many at once: within the sender's transaction it would cost as
/// much as storing the message, so it leaves the disk to the writer for as long as the chat is very busy. Whoever searches first brings
/// the index up to date, so nobody sees that it lags, not even after a crash. It has a thread of its own, like the writer: SQLite works
/// and waits on the thread that calls it, and the pool's are for the calls of participants.
/// </summary>
internal sealed class TextIndexer : IChatLogObserver, IAsyncDisposable
{
    // So few that the writer, who waits meanwhile, is not held up by more than a commit or two.
    private const int LargestChunk = 256;

    // A search that comes at the worst moment takes in so many first: some two seconds of work.
    private const int MostUnindexed = 100_000;
    private const int BusyRate = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly AutoResetEvent _some = new(initialState: false);
    private readonly ManualResetEventSlim _stopping = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDbContextFactory<ConferenceDbContext> _contexts;
    private readonly WriteGate _gate;
    private readonly ILogger<TextIndexer> _logger;
    private int _unindexed;
    private int _recent;

    public TextIndexer(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, ILogger<TextIndexer> logger)
    {
        _contexts = contexts;
        _gate = gate;
        _logger = logger;
        new Thread(Run) { IsBackground = true, Name = "Text indexer" }.Start();
    }

    /// <inheritdoc/>
    public void OnStored(long roomId, IReadOnlyList<ChatEntry> entries)
    {
        Interlocked.Add(ref _unindexed, entries.Count);
        Interlocked.Add(ref _recent, entries.Count);
        _some.Set();
    }

    /// <summary>Indexes all that is stored now; if the database refuses, what is indexed already has to do.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var mayHaveMore = true;
        while (mayHaveMore)
        {
            using var pass = await _gate.EnterAsync(cancellationToken);
            mayHaveMore = TryIndexChunk();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _stopping.Set();
        _some.Set();
        await _finished.Task;
    }

    private void Run()
    {
        while (WaitForTexts())
        {
            Interlocked.Exchange(ref _unindexed, 0);
            var mayHaveMore = true;
            while (mayHaveMore && !_stopping.IsSet)
            {
                using var pass = _gate.Enter();
                mayHaveMore = TryIndexChunk();
            }
        }

        _finished.SetResult();
    }

    /// <summary>Waits until there are some for a while, and the writer is not very busy.</summary>
    /// <returns>False when the server stops.</returns>
    private bool WaitForTexts()
    {
        _some.WaitOne();
        do
        {
            Interlocked.Exchange(ref _recent, 0);
            _stopping.Wait(Pause);
        }
        while (!_stopping.IsSet && Volatile.Read(ref _recent) > BusyRate && Volatile.Read(ref _unindexed) < MostUnindexed);
        return !_stopping.IsSet;
    }

    /// <returns>Whether there may be more to index.</returns>
    private bool TryIndexChunk()
    {
        try
        {
            using var context = _contexts.CreateDbContext();
            return context.IndexTexts(LargestChunk) == LargestChunk;
        }
        catch (Exception exception)
        {
            // Whatever the reason, the index lags and is caught up with later; when the server stops, by the next one.
            ChatDataLog.IndexingFailed(_logger, exception);
            return false;
        }
    }
}
