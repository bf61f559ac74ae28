using System.Net;
using Conference.Server.Tests.Fuzz;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>
/// Many sockets of one address on which nothing ever is finished: they say nothing, begin a request, or want a WebSocket and no more. They are of so many
/// visitors that the limit of none of them is in the way.
/// </summary>
internal sealed class HalfOpenCrowd : IDisposable
{
    private const int AtOnce = 50;
    private const int Visitors = 25;
    private readonly RawSocket[] _sockets;

    private HalfOpenCrowd(RawSocket[] sockets) => _sockets = sockets;

    /// <summary>How many the server has not closed.</summary>
    public int Open => _sockets.Count(socket => socket.IsOpen);

    public static async Task<HalfOpenCrowd> GatherAsync(ConferenceProcess server, IPAddress from, int count)
    {
        var upgrades = await WriteUpgradesAsync(server);
        byte[][] others = [[], [], "GET / HTTP/1.1\r\nHost: a\r\nX-"u8.ToArray()];
        var sockets = new RawSocket[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            sockets[i] = await RawSocket.ConnectAsync(server.Address, from);
            // Those that have the least time to live come last.
            await sockets[i].SendAsync(i < count * 3 / 4 ? others[i % others.Length] : upgrades[i % upgrades.Length]);
        });
        return new HalfOpenCrowd(sockets);
    }

    public void Dispose() => Array.ForEach(_sockets, socket => socket.Dispose());

    private static async Task<byte[][]> WriteUpgradesAsync(ConferenceProcess server)
    {
        var upgrades = new byte[Visitors][];
        for (var i = 0; i < upgrades.Length; i++)
        {
            using var visitor = await server.VisitAsync();
            upgrades[i] = RawSocket.WriteUpgrade(visitor);
        }

        return upgrades;
    }
}
