namespace Conference.Data;

/// <summary>
/// Lets one transaction write at a time. SQLite has one writer anyway; queueing here is fair, while its own waiting is polling, which
/// a busy chat would win every time. It is the last place to give up a transaction: with its turn it is finished, whoever has gone away. A commit
/// that was cancelled would be logged as a fault of the database, so that anybody could fill the log by hanging up.
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
