using Conference.Core.Chat;

namespace Conference.Server.Rooms;

/// <summary>Deletes once an hour what rooms do not keep any longer.</summary>
internal sealed partial class RetentionSweep(IChatEraser eraser, TimeProvider time, ILogger<RetentionSweep> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _stopping = new();
    private ITimer? _timer;
    private bool _disposed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => _ = SweepAsync(), null, Hour, Hour);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        if (!_disposed)
        {
            await _stopping.CancelAsync();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _timer?.Dispose();
        _stopping.Dispose();
    }

    /// <summary>A disk that refuses now is asked again an hour later.</summary>
    private async Task SweepAsync()
    {
        try
        {
            var count = await eraser.ExpireAsync(time.GetUtcNow(), _stopping.Token);
            if (count > 0)
            {
                Expired(logger, count);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The next server goes on where this one stopped.
        }
        catch (Exception fault)
        {
            Failed(logger, fault);
        }
    }

    [LoggerMessage(1110, LogLevel.Information, "{Count} chat entries were deleted because their rooms keep them no longer")]
    private static partial void Expired(ILogger logger, long count);

    [LoggerMessage(1111, LogLevel.Warning, "Old chat entries could not be deleted; the next try is in an hour")]
    private static partial void Failed(ILogger logger, Exception fault);
}
