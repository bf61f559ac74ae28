using Conference.Load.Clients;
using Conference.Load.Net;
using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>A running server with everybody seated.</summary>
internal sealed class Stage : IAsyncDisposable
{
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

    public ValueTask DisposeAsync()
    {
        Crowd.Dispose();
        return Server.DisposeAsync();
    }
}
