namespace Conference.Core.Rooms;

/// <summary>
/// Runs work one after the other, in the order in which it came. Work that finds nobody before it runs at once on the caller's thread;
/// the rest waits in a queue that whoever is working empties. Nobody ever blocks.
/// </summary>
internal sealed class Mailbox
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _waiting = new();
    private bool _isBusy;

    /// <summary>Runs the work, now or when it is its turn.</summary>
    public ValueTask<T> RunAsync<T>(Func<T> work)
    {
        lock (_gate)
        {
            if (_isBusy)
            {
                return new ValueTask<T>(Enqueue(work));
            }

            _isBusy = true;
        }

        try
        {
            return new ValueTask<T>(work());
        }
        finally
        {
            Drain();
        }
    }

    private Task<T> Enqueue<T>(Func<T> work)
    {
        var turn = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(() => Complete(turn, work));
        return turn.Task;
    }

    // Whatever the work throws belongs to the one who asked for it, not to the one who happens to empty the queue.
    private static void Complete<T>(TaskCompletionSource<T> turn, Func<T> work)
    {
        try
        {
            turn.SetResult(work());
        }
        catch (Exception exception)
        {
            turn.SetException(exception);
        }
    }

    private void Drain()
    {
        while (true)
        {
            Action next;
            lock (_gate)
            {
                if (!_waiting.TryDequeue(out next!))
                {
                    _isBusy = false;
                    return;
                }
            }

            next();
        }
    }
}
