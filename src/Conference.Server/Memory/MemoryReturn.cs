namespace Conference.Server.Memory;

/// <summary>
/// Gives memory back after a rush. The collector runs when something is allocated: what a thousand joins leave behind would stay for as long as
/// the thousand are quiet. A collection of a heap of their size takes some 50 ms, in which nobody says anything.
/// </summary>
internal sealed class MemoryReturn(TimeProvider time) : BackgroundService
{
    private readonly QuietWatch _watch = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_watch.Observe(GC.GetTotalAllocatedBytes(precise: false)))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}
