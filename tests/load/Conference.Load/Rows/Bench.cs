using Conference.Load.Clients;
using Conference.Load.Measure;
using Conference.Load.Net;
using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>What every row works with.</summary>
internal sealed class Bench(Workspace workspace, Poller poller, Floor floor, bool quick)
{
    public Workspace Workspace => workspace;

    public Floor Floor => floor;

    /// <summary>Fewer repetitions and shorter stretches, for a look while working.</summary>
    public bool Quick => quick;

    public IServerKind Product { get; } = new ConferenceServer(workspace);

    public IReadOnlyList<IServerKind> Baselines { get; } = [new SocketIoServer(workspace), new BareRelayServer(workspace)];

    /// <summary>The product first.</summary>
    public IEnumerable<IServerKind> Servers => [Product, .. Baselines];

    public Task<Stage> OpenStageAsync(IServerKind kind, int rooms, int peoplePerRoom) => Stage.OpenAsync(kind, poller, rooms, peoplePerRoom);

    public Task<Crowd> SeatAsync(IServerKind kind, ServerProcess server, int rooms, int peoplePerRoom) =>
        Stage.SeatAsync(kind, poller, server, rooms, peoplePerRoom);

    public static void Say(string text) => Console.Error.WriteLine($"  {text}");
}
