using Conference.Load.Clients;
using Conference.Load.Net;
using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>A running server with everybody seated.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int MostLooks = 100;
    private const double QuietShare = 0.1;

    // Longer than a server may wait for quiet before it begins.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1.2);

    private Stage(IServerKind kind, ServerProcess server, Crowd crowd)
    {
        Kind = kind;
        Server = server;
        Crowd = crowd;
    }

    public IServerKind Kind { get; }

    public ServerProcess Server { get; }

    public Crowd Crowd { get; }

    public static async Task<Stage> OpenAsync(IServerKind kind, Poller poller, int rooms, int peoplePerRoom)
    {
        var server = await ServerProcess.StartAsync(kind.Command(), Processors.Server).ConfigureAwait(false);
        try
        {
            return new Stage(kind, server, await SeatAsync(kind, poller, server, rooms, peoplePerRoom).ConfigureAwait(false));
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public static async Task<Crowd> SeatAsync(IServerKind kind, Poller poller, ServerProcess server, int rooms, int peoplePerRoom)
    {
        var clients = await kind.MakeClientsAsync(poller, server.Address, rooms, peoplePerRoom).ConfigureAwait(false);
        var crowd = new Crowd(poller, clients);
        crowd.Open(server.Address);
        return crowd;
    }

    /// <summary>Waits until the server has done what it put off while it was busy: the work belongs to who caused it, not to who is measured next.</summary>
    public void Settle()
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var before = Server.Cpu;
            Crowd.Idle(Look);
            if (Server.Cpu - before < Look * QuietShare)
            {
                return;
            }
        }

        throw new TimeoutException($"{Kind.Name} does not come to rest.");
    }

    public ValueTask DisposeAsync()
    {
        Crowd.Dispose();
        return Server.DisposeAsync();
    }
}
