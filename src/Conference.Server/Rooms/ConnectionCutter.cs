using System.Collections.Concurrent;

namespace Conference.Server.Rooms;

/// <summary>Closes connections a moment after they were told why: honest pages close them by themselves.</summary>
public sealed class ConnectionCutter(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Action> _connections = new(StringComparer.Ordinal);

    /// <summary>Remembers how to close an open connection.</summary>
    public void Add(string connectionId, Action abort) => _connections[connectionId] = abort;

    /// <summary>Forgets a connection that is closed.</summary>
    public void Remove(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Closes it a moment later, if it is still open then.</summary>
    public void CutSoon(string connectionId) => CutSoon(() => Cut(connectionId));

    /// <summary>Closes one a moment later that is no longer known here.</summary>
    public void CutSoon(Action abort) => _ = CutAsync(abort);

    private async Task CutAsync(Action abort)
    {
        await Task.Delay(Moment, time);
        abort();
    }

    private void Cut(string connectionId)
    {
        if (_connections.TryRemove(connectionId, out var abort))
        {
            abort();
        }
    }
}
