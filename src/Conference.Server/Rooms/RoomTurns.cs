namespace Conference.Server.Rooms;

/// <summary>
/// One at a time a room: everything that reads a room's record, decides, puts something on record and tells the live room. Without it two hosts
/// could leave the database and the live room with different answers.
/// </summary>
public sealed class RoomTurns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue> _queues = [];

    /// <summary>Waits for the room's turn; dispose it to end it.</summary>
    /// <exception cref="TimeoutException">The turn before takes too long.</exception>
    public async Task<Turn> EnterAsync(long roomId)
    {
        var queue = Join(roomId);
        if (await queue.Semaphore.WaitAsync(Patience))
        {
            return new Turn(this, roomId, queue);
        }

        Leave(roomId, queue);
        throw new TimeoutException("The room is busy for too long.");
    }

    private Queue Join(long roomId)
    {
        lock (_gate)
        {
            if (!_queues.TryGetValue(roomId, out var queue))
            {
                _queues[roomId] = queue = new Queue();
            }

            queue.Count++;
            return queue;
        }
    }

    private void Leave(long roomId, Queue queue)
    {
        lock (_gate)
        {
            if (--queue.Count == 0)
            {
                _queues.Remove(roomId);
                queue.Semaphore.Dispose();
            }
        }
    }

    /// <summary>A room's turn.</summary>
    public readonly struct Turn : IDisposable
    {
        private readonly RoomTurns _turns;
        private readonly long _roomId;
        private readonly Queue _queue;

        internal Turn(RoomTurns turns, long roomId, Queue queue) => (_turns, _roomId, _queue) = (turns, roomId, queue);

        /// <inheritdoc/>
        public void Dispose()
        {
            _queue.Semaphore.Release();
            _turns.Leave(_roomId, _queue);
        }
    }

    internal sealed class Queue
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Count { get; set; }
    }
}
