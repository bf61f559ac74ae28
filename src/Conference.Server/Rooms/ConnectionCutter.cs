using System.Collections.Concurrent;

namespace Conference.Server.Rooms;

/// <summary>
/// Closes connections a moment after something ended them: a host their seat, a limit their stay, or somebody who signed in or out their cookie.
/// Honest pages close those of a host by themselves, and come back from those of the last kind.
/// </summary>
public sealed class ConnectionCutter(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);

    /// <summary>Remembers how to close an open connection.</summary>
    public void Add(string connectionId, string session, Action abort) => _connections[connectionId] = new Connection(session, abort);

    /// <summary>Forgets a connection that is closed.</summary>
    public void Remove(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Closes it a moment later, if it is still open then.</summary>
    public void CutSoon(string connectionId) => CutSoon(() => Cut(connectionId));

    /// <summary>Closes one a moment later that is no longer known here.</summary>
    public void CutSoon(Action abort) => _ = CutAsync(abort);

    /// <summary>Closes everything that a browser has open then.</summary>
    public void CutSessionSoon(string session) => CutSoon(() => CutSession(session));

    private async Task CutAsync(Action abort)
    {
        await Task.Delay(Moment, time);
        abort();
    }

    private void CutSession(string session)
    {
        foreach (var (connectionId, _) in _connections.Where(connection => connection.Value.Session == session))
        {
            Cut(connectionId);
        }
    }

    private void Cut(string connectionId)
    {
        if (_connections.TryRemove(connectionId, out var connection))
        {
            connection.Abort();
        }
    }

    private sealed record Connection(string Session, Action Abort);
}
