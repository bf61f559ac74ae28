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

    private Stage(IServerKind kind, ServerProcess server, Crowd crowd, IReadOnlyList<ChatClient> spare, Tripwires? tripwires)
    {
        Kind = kind;
        Server = server;
        Crowd = crowd;
        Spare = spare;
        Tripwires = tripwires;
    }

    public IServerKind Kind { get; }

    public ServerProcess Server { get; }

    public Crowd Crowd { get; }

    /// <summary>Participants who were seated for a moment only, so that no door is closed to them when they come again.</summary>
    public IReadOnlyList<ChatClient> Spare { get; }

    public Tripwires? Tripwires { get; }

    /// <summary>Starts the server and seats everybody but the last ones, who are spare; tripwires lie beside them.</summary>
    public static async Task<Stage> OpenAsync(IServerKind kind, Poller poller, int rooms, int peoplePerRoom, int spare = 0)
    {
        var server = await ServerProcess.StartAsync(kind.Command(), Processors.Server).ConfigureAwait(false);
        try
        {
            return await OpenAsync(kind, poller, server, (rooms, peoplePerRoom, spare)).ConfigureAwait(false);
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
        return Seat(poller, server, clients);
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
        Tripwires?.Dispose();
        Crowd.Dispose();
        return Server.DisposeAsync();
    }

    private static async Task<Stage> OpenAsync(IServerKind kind, Poller poller, ServerProcess server, (int Rooms, int PeoplePerRoom, int Spare) size)
    {
        var clients = await kind.MakeClientsAsync(poller, server.Address, size.Rooms, size.PeoplePerRoom).ConfigureAwait(false);
        var crowd = Seat(poller, server, [.. clients.SkipLast(size.Spare)]);
        IReadOnlyList<ChatClient> spare = [.. clients.TakeLast(size.Spare)];
        if (spare.Count > 0)
        {
            Seat(poller, server, spare).Dispose();
        }

        return new Stage(kind, server, crowd, spare, await kind.LayTripwiresAsync(poller, server.Address, clients).ConfigureAwait(false));
    }

    private static Crowd Seat(Poller poller, ServerProcess server, IReadOnlyList<ChatClient> clients)
    {
        var crowd = new Crowd(poller, clients);
        crowd.Open(server.Address);
        return crowd;
    }
}
