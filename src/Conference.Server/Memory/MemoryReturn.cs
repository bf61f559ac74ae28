namespace Conference.Server.Memory;

/// <summary>
/// Gives memory back after a rush. The collector runs when something is allocated: what a thousand joins leave behind would stay for as long as
/// the thousand are quiet. A collection of a heap of their size takes some 50 ms, in which nobody says anything.
/// </summary>
internal sealed class MemoryReturn(TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly QuietWatch _watch = new();
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Look(), null, Second, Second);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (_watch.Observe(GC.GetTotalAllocatedBytes(precise: false)))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
