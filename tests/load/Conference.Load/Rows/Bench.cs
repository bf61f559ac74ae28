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

    public Poller Poller => poller;

    /// <summary>What the tripwires of all stages so far heard.</summary>
    public TripwireCount Tripwires { get; } = new();

    public async Task<Stage> OpenStageAsync(IServerKind kind, int rooms, int peoplePerRoom, int spare = 0)
    {
        var stage = await Stage.OpenAsync(kind, poller, rooms, peoplePerRoom, spare).ConfigureAwait(false);
        Tripwires.Add(stage.Tripwires);
        return stage;
    }

    public Task<Crowd> SeatAsync(IServerKind kind, ServerProcess server, int rooms, int peoplePerRoom) =>
        Stage.SeatAsync(kind, poller, server, rooms, peoplePerRoom);

    public static void Say(string text) => Console.Error.WriteLine($"  {text}");
}
