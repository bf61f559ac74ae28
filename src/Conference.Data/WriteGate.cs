namespace Conference.Data;

/// <summary>
/// Lets one transaction write at a time. SQLite has one writer anyway; queueing here is fair, while its own waiting is polling, which
/// a busy chat would win every time.
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<Pass> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Pass(_gate);
    }

    /// <summary>For the threads of the chat's writer and of the indexer, which are there to wait; everybody else enters without blocking.</summary>
    public Pass Enter()
    {
        _gate.Wait();
        return new Pass(_gate);
    }

    public void Dispose() => _gate.Dispose();

    internal readonly struct Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
