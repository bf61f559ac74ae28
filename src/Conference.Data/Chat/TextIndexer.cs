using System.Data.Common;
using System.Threading.Channels;
using Conference.Core.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Chat;

/// <summary>
/// Puts new texts into the search index a moment after they were stored, many at once: within the sender's transaction it would cost as
/// much as storing the message. Whoever searches first brings the index up to date, so nobody sees that it lags.
/// </summary>
internal sealed class TextIndexer : IChatLogObserver, IAsyncDisposable
{
    private const int LargestChunk = 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly IDbContextFactory<ConferenceDbContext> _contexts;
    private readonly WriteGate _gate;
    private readonly ILogger<TextIndexer> _logger;
    private readonly Task _running;

    public TextIndexer(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, ILogger<TextIndexer> logger)
    {
        _contexts = contexts;
        _gate = gate;
        _logger = logger;
        // What a killed server left.
        _wanted.Writer.TryWrite(true);
        _running = RunAsync();
    }

    /// <inheritdoc/>
    public void OnStored(long roomId, IReadOnlyList<ChatEntry> entries) => _wanted.Writer.TryWrite(true);

    /// <summary>Indexes all that is stored now; if the database refuses, what is indexed already has to do.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
            while (await context.HasUnindexedTextsAsync(cancellationToken))
            {
                using var pass = await _gate.EnterAsync(cancellationToken);
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                await context.IndexTextsAsync(LargestChunk, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
        catch (DbException exception)
        {
            ChatDataLog.IndexingFailed(_logger, exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync()
    {
        while (await _wanted.Reader.WaitToReadAsync(_stop.Token))
        {
            await Task.Delay(Pause, _stop.Token);
            _wanted.Reader.TryRead(out _);
            await CatchUpAsync(_stop.Token);
        }
    }
}
