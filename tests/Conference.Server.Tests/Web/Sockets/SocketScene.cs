using System.Net;
using System.Text;
using Conference.Server.Tests.Fuzz;
using Conference.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>Sockets from addresses of this machine, to a server that takes them for anybody's.</summary>
internal static class SocketScene
{
    public static readonly IPAddress Here = IPAddress.Parse("127.0.0.2");
    public static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.3");
    private static readonly byte[] Request = Encoding.ASCII.GetBytes("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Lets only so many sockets in, and as many connections, which may not be more.</summary>
    public static void LimitSockets(this ConferenceServerOptions options, int? all = null, int? address = null)
    {
        foreach (var (kind, limit) in new[] { ("", all), ("Address", address) })
        {
            if (limit is { } count)
            {
                options.Settings[$"Limits:{kind}Sockets"] = $"{count}";
                options.Settings[$"Limits:{kind}Connections"] = $"{count}";
            }
        }
    }

    /// <summary>Takes this machine's own addresses for no proxies.</summary>
    public static void KnowNoProxies(this ConferenceServerOptions options) =>
        options.ConfigureServices += services => services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
            forwarded.KnownIPNetworks.Remove(System.Net.IPNetwork.Parse("127.0.0.0/8")));

    /// <summary>A socket that was heard and answered.</summary>
    public static async Task<RawSocket> OpenAsync(this ConferenceServer server, IPAddress from) =>
        await server.TryOpenAsync(from) ?? throw new InvalidOperationException("The server closed the socket.");

    /// <returns>Null when the server closed it.</returns>
    public static async Task<RawSocket?> TryOpenAsync(this ConferenceServer server, IPAddress from)
    {
        var socket = await RawSocket.ConnectAsync(server.Address, from);
        if (await socket.AskAsync())
        {
            return socket;
        }

        socket.Dispose();
        return null;
    }

    public static async Task AssertRefusedAsync(this ConferenceServer server, IPAddress from)
    {
        using var socket = await server.TryOpenAsync(from);
        Assert.Null(socket);
    }

    /// <summary>The server frees a place a moment after the other end closed.</summary>
    public static async Task<RawSocket> OpenInTimeAsync(this ConferenceServer server, IPAddress from)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await server.TryOpenAsync(from) is { } socket)
            {
                return socket;
            }

            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A socket that says nothing, and that the server has noticed.</summary>
    public static async Task<RawSocket> KeepSilentAsync(this ConferenceServer server, WatchedClock clock)
    {
        var socket = await RawSocket.ConnectAsync(server.Address, Here);
        await clock.WaitForSilentAsync();
        return socket;
    }

    /// <summary>Asks for something.</summary>
    /// <returns>Whether there was an answer before the server closed the socket.</returns>
    public static async Task<bool> AskAsync(this RawSocket socket)
    {
        await socket.SendAsync(Request);
        return (await socket.ReadHeadAsync()).StartsWith("HTTP/1.1 ", StringComparison.Ordinal);
    }
}
