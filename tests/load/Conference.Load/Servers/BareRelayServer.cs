using Conference.Load.Clients;
using Conference.Load.Net;

namespace Conference.Load.Servers;

/// <summary>The bare SignalR relay of <c>baselines/Conference.BareRelay</c>, with the defaults of its template.</summary>
internal sealed class BareRelayServer(Workspace workspace) : IServerKind
{
    public string Name => "bare SignalR";

    public ServerCommand Command() => new(
        "dotnet",
        port => ["Conference.BareRelay.dll", "--urls", $"http://127.0.0.1:{port}"],
        workspace.Build("Conference.BareRelay"),
        workspace.LogFile("bare-relay"),
        new Dictionary<string, string> { ["DOTNET_gcServer"] = "0" });

    public Task<IReadOnlyList<ChatClient>> MakeClientsAsync(Poller poller, Uri server, int rooms, int peoplePerRoom) =>
        Task.FromResult<IReadOnlyList<ChatClient>>(
            [.. Enumerable.Range(0, rooms * peoplePerRoom).Select(i => new BareRelayClient(poller, new Place(i, i % rooms)))]);
}
