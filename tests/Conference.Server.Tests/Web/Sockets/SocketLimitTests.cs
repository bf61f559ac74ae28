using System.Net;
using Conference.Server.Tests.Fuzz;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>How many sockets there may be, whatever is said on them.</summary>
public sealed class SocketLimitTests
{
    private const int Limit = 3;
    private const int MostInAll = 10;
    private static readonly IPAddress Here = SocketScene.Here;
    private static readonly IPAddress Elsewhere = SocketScene.Elsewhere;

    [Fact]
    public async Task AnAddressHasOnlySoMany()
    {
        await using var server = ConferenceServer.Start(options =>
        {
            options.LimitSockets(address: Limit);
            options.KnowNoProxies();
        });
        var sockets = await FillAsync(server, Here);

        await server.AssertRefusedAsync(Here);
        using var other = await server.OpenAsync(Elsewhere);
        sockets[0].Dispose();
        sockets[0] = await server.OpenInTimeAsync(Here);
        await server.AssertRefusedAsync(Here);

        await AssertAnsweredAsync(sockets);
    }

    [Fact]
    public async Task AKnownProxyBringsAsManyAsThereAre()
    {
        await using var server = ConferenceServer.Start(options =>
        {
            options.LimitSockets(address: 1);
            options.KnowNoProxies();
            options.Settings["Proxies:Known:0"] = $"{Here}";
        });

        await AssertAnsweredAsync(await FillAsync(server, Here));
        using var first = await server.OpenAsync(Elsewhere);
        await server.AssertRefusedAsync(Elsewhere);
    }

    [Fact]
    public async Task AProxyOnThisMachineIsKnown()
    {
        await using var server = ConferenceServer.Start(options => options.LimitSockets(address: 1));

        await AssertAnsweredAsync(await FillAsync(server, Here));
    }

    [Fact]
    public async Task TheServerHasOnlySoMany()
    {
        await using var server = ConferenceServer.Start(options => options.LimitSockets(all: Limit));
        var sockets = await FillAsync(server, Here);

        await server.AssertRefusedAsync(Here);
        await server.AssertRefusedAsync(Elsewhere);
        sockets[0].Dispose();
        sockets[0] = await server.OpenInTimeAsync(Elsewhere);
        await server.AssertRefusedAsync(Here);

        await AssertAnsweredAsync(sockets);
    }

    [Fact]
    public async Task WhoIsInACallDoesNotNoticeThatThereAreTooMany()
    {
        await using var server = ConferenceServer.Start(options => options.LimitSockets(all: MostInAll));
        using var ada = await server.VisitAsync();
        await using var page = await Guest.ConnectAsync(ada);
        await page.JoinAsync(Guest.Request(await ada.CreateRoomAsync()));
        var crowd = new List<RawSocket>();
        while (crowd.Count < MostInAll && await server.TryOpenAsync(Elsewhere) is { } socket)
        {
            crowd.Add(socket);
        }

        await page.SayAsync("Hello");

        Assert.InRange(crowd.Count, 1, MostInAll - 1);
        crowd.ForEach(socket => socket.Dispose());
        using var other = await server.OpenInTimeAsync(Elsewhere);
        await page.SayAsync("Still here");
    }

    [Fact]
    public async Task OneLineAMinuteSaysHowManyWereRefused()
    {
        using var lines = new LineRecorder("SocketGuard");
        var clock = TestClock.Create();
        await using var server = ConferenceServer.Start(options =>
        {
            options.Clock = clock;
            options.LimitSockets(all: 1);
            options.ConfigureServices = services => services.AddSingleton<ILoggerProvider>(lines);
        });
        using var first = await server.OpenAsync(Here);

        await RefuseAsync(server, 3);
        Assert.Equal(["Sockets refused since the last of these lines: 1. There were too many, in all or of one address"], lines.Take());
        clock.Advance(TimeSpan.FromSeconds(59));
        await RefuseAsync(server, 1);
        Assert.Empty(lines.Take());
        clock.Advance(TimeSpan.FromSeconds(1));
        await RefuseAsync(server, 2);
        Assert.Equal(["Sockets refused since the last of these lines: 4. There were too many, in all or of one address"], lines.Take());
    }

    private static async Task RefuseAsync(ConferenceServer server, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await server.AssertRefusedAsync(Here);
        }
    }

    private static async Task<RawSocket[]> FillAsync(ConferenceServer server, IPAddress from)
    {
        var sockets = new RawSocket[Limit];
        for (var i = 0; i < Limit; i++)
        {
            sockets[i] = await server.OpenAsync(from);
        }

        return sockets;
    }

    private static async Task AssertAnsweredAsync(RawSocket[] sockets)
    {
        foreach (var socket in sockets)
        {
            Assert.True(await socket.AskAsync());
            socket.Dispose();
        }
    }
}
