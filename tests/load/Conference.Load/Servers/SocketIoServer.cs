using System.Globalization;
using Conference.Load.Clients;
using Conference.Load.Net;

namespace Conference.Load.Servers;

/// <summary>The Socket.IO relay of <c>baselines/socketio</c>.</summary>
internal sealed class SocketIoServer(Workspace workspace) : IServerKind
{
    public string Name => "Socket.IO";

    public ServerCommand Command() => new(
        "node",
        port => ["server.mjs", port.ToString(CultureInfo.InvariantCulture)],
        workspace.Source("baselines/socketio"),
        workspace.LogFile("socketio"),
        new Dictionary<string, string> { ["NODE_ENV"] = "production" });

    public Task<IReadOnlyList<ChatClient>> MakeClientsAsync(Poller poller, Uri server, int rooms, int peoplePerRoom) =>
        Task.FromResult<IReadOnlyList<ChatClient>>(
            [.. Enumerable.Range(0, rooms * peoplePerRoom).Select(i => new SocketIoClient(poller, new Place(i, i % rooms)))]);
}
