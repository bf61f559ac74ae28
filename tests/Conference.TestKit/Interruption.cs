namespace Conference.TestKit;

/// <summary>The end of somebody's patience, at a line of the log.</summary>
public sealed class Interruption(int line) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private int _left = line;

    /// <summary>What is interrupted.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>False when all was done before that line came.</summary>
    public bool Came => _source.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was begun may go on writing lines.
        Interlocked.Exchange(ref _left, 0);
        _source.Dispose();
    }

    internal void Count()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _source.Cancel();
        }
    }
}
