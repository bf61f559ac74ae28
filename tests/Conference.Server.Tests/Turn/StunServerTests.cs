using System.Net;
using System.Net.Sockets;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Hubs;
using Conference.Server.Turn;
using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Turn;

/// <summary>STUN in the box, over real sockets.</summary>
public sealed class StunServerTests : IAsyncLifetime
{
    private const int Datagrams = 100_000;
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private ConferenceServer _server = null!;

    private int Port => _server.Get<StunServer>().Port!.Value;

    public Task InitializeAsync()
    {
        _server = Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task ItTellsWhereOneIsSeen(string address)
    {
        using var asker = new StunAsker(IPAddress.Parse(address), Port);

        Assert.Equal(asker.Here, await asker.AskAsync());
    }

    /// <summary>Each hundred is seen before the next one comes: nothing is lost on the way.</summary>
    [Fact]
    public async Task WhateverComesItGoesOnAnswering()
    {
        await using var server = Start(options =>
        {
            options.Settings["Stun:AddressBurst"] = "1000000";
            options.Settings["Stun:Burst"] = "1000000";
        });
        var random = new Random(20260302);
        using var fuzzer = new StunAsker(IPAddress.Loopback, server.Get<StunServer>().Port!.Value);
        for (var i = 0; i < Datagrams; i += 100)
        {
            for (var j = 0; j < 100; j++)
            {
                fuzzer.Send(Malformed(random));
            }

            Assert.Equal(fuzzer.Here, await fuzzer.AskAsync());
        }
    }

    [Fact]
    public async Task AnAddressGetsOnlySoManyAnswersAndMoreLater()
    {
        await using var limited = Start(options =>
        {
            options.Settings["Stun:AddressBurst"] = "5";
            options.Settings["Stun:AddressRate"] = "1";
        });
        using var asker = new StunAsker(IPAddress.Loopback, limited.Get<StunServer>().Port!.Value);
        using var other = new StunAsker(IPAddress.IPv6Loopback, limited.Get<StunServer>().Port!.Value);
        for (var i = 0; i < 20; i++)
        {
            asker.Send(StunAsker.Request(200));
        }

        // One after the other: what comes from elsewhere is answered when all of that was seen.
        Assert.Equal(other.Here, await other.AskAsync());
        Assert.Equal(5, asker.CountUnread());

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(asker.Here, await asker.AskAsync());
    }

    [Fact]
    public void AllTogetherGetOnlySoManyAnswers()
    {
        var limits = new StunLimits(new StunOptions { Burst = 300, Rate = 10 }, _clock);

        Assert.Equal(300, Enumerable.Range(0, 1000).Count(i => limits.TryTake(new IPAddress(i + 1))));

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(20, Enumerable.Range(0, 1000).Count(i => limits.TryTake(new IPAddress(i + 1))));
    }

    [Fact]
    public async Task ATakenPortTurnsItOffWithOneLineAndNobodyIsToldOfIt()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Any, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        using var folder = new TemporaryFolder();
        await using var process = await ConferenceProcess.StartAsync(folder.Path, "--Stun:Enabled=true", $"--Stun:Port={port}");
        using var visitor = await process.VisitAsync();

        await process.StopAsync();

        var line = Assert.Single(process.Output, line => line.Contains("STUN", StringComparison.Ordinal));
        Assert.Contains($"STUN is off: UDP port {port} cannot be used (AddressAlreadyInUse)", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItIsOfferedUnderTheNameByWhichThePageWasOpened()
    {
        var seat = await JoinAsync(_server);

        Assert.Equal([$"stun:127.0.0.1:{Port}"], Assert.Single(seat.IceServers).Urls);
    }

    [Fact]
    public async Task WhoCameForTheChatOnlyNeedsNone() => Assert.Empty((await JoinAsync(_server, chatOnly: true)).IceServers);

    [Fact]
    public async Task ANameOfOnesOwnIsOfferedInstead()
    {
        await using var named = Start(options => options.Settings["Stun:Host"] = "2001:db8::7");

        var seat = await JoinAsync(named);

        Assert.Equal([$"stun:[2001:db8::7]:{named.Get<StunServer>().Port}"], Assert.Single(seat.IceServers).Urls);
    }

    [Fact]
    public async Task WhereItIsOffNobodyIsToldOfIt()
    {
        await using var off = Start(options => options.Settings["Stun:Enabled"] = "false");

        Assert.Null(off.Get<StunServer>().Port);
        Assert.Empty((await JoinAsync(off)).IceServers);
    }

    /// <summary>coturn's own client.</summary>
    [Fact]
    public async Task AnotherClientUnderstandsIt()
    {
        var said = await Coturn.RunAsync("turnutils_stunclient", "-p", $"{Port}", "127.0.0.1");

        Assert.Contains("UDP reflexive addr: 127.0.0.1:", said, StringComparison.Ordinal);
    }

    private static async Task<Seat> JoinAsync(ConferenceServer server, bool chatOnly = false)
    {
        var room = await server.Get<IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        using var visitor = await server.VisitAsync();
        await using var ada = await Guest.ConnectAsync(visitor);
        return await ada.JoinAsync(Guest.Request(room.Code.ToString()) with { ChatOnly = chatOnly });
    }

    /// <summary>A request with a few bytes changed, cut off or behind it; or noise.</summary>
    private static byte[] Malformed(Random random)
    {
        var bytes = new byte[random.Next(0, 700)];
        random.NextBytes(bytes);
        if (random.Next(4) != 0)
        {
            StunAsker.Request((byte)random.Next()).AsSpan(0, Math.Min(bytes.Length, random.Next(21))).CopyTo(bytes);
        }

        return bytes;
    }

    private ConferenceServer Start(Action<ConferenceServerOptions>? configure = null) => ConferenceServer.Start(options =>
    {
        options.Clock = _clock;
        options.Settings["Stun:Enabled"] = "true";
        options.Settings["Stun:Port"] = "0";
        configure?.Invoke(options);
    });
}
