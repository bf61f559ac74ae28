using System.Collections.Concurrent;

namespace Conference.Server.Rooms;

/// <summary>Closes connections whose seat a host ended, a moment after they were told: honest pages close them by themselves.</summary>
public sealed class ConnectionCutter(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Action> _connections = new(StringComparer.Ordinal);

    /// <summary>Remembers how to close an open connection.</summary>
    public void Add(string connectionId, Action abort) => _connections[connectionId] = abort;

    /// <summary>Forgets a connection that is closed.</summary>
    public void Remove(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Closes it a moment later, if it is still open then.</summary>
    public void CutSoon(string connectionId) => _ = CutAsync(connectionId);

    private async Task CutAsync(string connectionId)
    {
        await Task.Delay(Moment, time);
        if (_connections.TryRemove(connectionId, out var abort))
        {
            abort();
        }
    }
}
