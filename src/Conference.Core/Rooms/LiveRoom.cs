namespace Conference.Core.Rooms;

/// <summary>A room in this process: its rules, its mailbox, and the timer of its missing participants.</summary>
internal sealed class LiveRoom(Room room, TimeProvider time, IReadOnlyList<IRoomObserver> observers, Action<LiveRoom> retire) : IDisposable
{
    private readonly Mailbox _mailbox = new();
    private ITimer? _timer;
    private bool _isRetired;

    public long Id => room.Id;

    /// <summary>Runs a command in the mailbox; tells nothing but that it is retired when the room has been forgotten meanwhile.</summary>
    public ValueTask<Reply<T>> RunAsync<T>(Func<Room, T> command) => _mailbox.RunAsync(() => Run(command));

    public void Dispose() => _timer?.Dispose();

    private Reply<T> Run<T>(Func<Room, T> command)
    {
        if (_isRetired)
        {
            return Reply<T>.Retired;
        }

        try
        {
            return new Reply<T>(command(room));
        }
        finally
        {
            Publish(room.TakeEvents());
            Settle();
        }
    }

    private void Publish(IReadOnlyList<RoomEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        foreach (var observer in observers)
        {
            observer.OnEvents(room.Id, events);
        }
    }

    private void Settle()
    {
        if (room.IsIdle)
        {
            _isRetired = true;
            _timer?.Dispose();
            retire(this);
        }
        else if (room.NextExpiry is { } expiry)
        {
            WakeUpAt(expiry);
        }
    }

    private void WakeUpAt(DateTimeOffset expiry)
    {
        var wait = expiry - time.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        _timer ??= time.CreateTimer(state => _ = ExpireAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task ExpireAsync() => await RunAsync(r =>
    {
        r.Expire(time.GetUtcNow());
        return true;
    }).ConfigureAwait(false);
}

/// <summary>A room's answer, or none because the room was retired before the command had its turn.</summary>
internal readonly record struct Reply<T>(T? Value, bool IsRetired = false)
{
    public static Reply<T> Retired => new(default, IsRetired: true);
}
