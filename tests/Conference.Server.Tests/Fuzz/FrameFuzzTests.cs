using System.Text;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Fuzz;

/// <summary>
/// What no client would send, straight to the port: broken frames, records, requests and bodies. Whoever sends it may lose the connection; whoever is in a
/// call on the same server hears nothing of it.
/// </summary>
public sealed class FrameFuzzTests : IAsyncLifetime
{
    private const int MostFrames = 16;
    private const int AtOnce = 4;
    private const int BetweenLooks = 100;
    private static readonly int Connections = FuzzPlan.IsLong ? 62_500 : 2500;
    private static readonly int Requests = FuzzPlan.IsLong ? 50_000 : 2000;
    private readonly FaultRecorder _faults = new();
    private readonly SceneTexts _texts = new();
    private readonly ConferenceServer _server;
    private ConferenceVisitor _visitor = null!;
    private ConferenceVisitor _stranger = null!;
    private Guest _ada = null!;
    private Guest _bob = null!;
    private Guest _host = null!;
    private Tripwires _wires = null!;
    private string _code = null!;

    public FrameFuzzTests() => _server = ConferenceServer.Start(options =>
    {
        options.Settings["Logging:Level"] = "Critical";
        options.ConfigureServices = services => services.AddSingleton<ILoggerProvider>(_faults);
        options.LiftLimits();
    });

    public async Task InitializeAsync()
    {
        (_visitor, _stranger) = (await _server.VisitAsync(), await _server.VisitAsync());
        _code = await _visitor.CreateRoomAsync("Weekly");
        (_ada, _bob) = (await ConnectAsync(_visitor), await ConnectAsync(_visitor));
        await _ada.JoinAsync(Guest.Request(_code));
        await _bob.JoinAsync(Guest.Request(_code, "Bob"));
        var closed = await _visitor.CreateRoomAsync("Closed");
        _host = await ConnectAsync(_visitor);
        await _host.JoinAsync(Guest.Request(closed));
        _wires = await Tripwires.LayAsync(_server, _host, closed, await _visitor.CreateRoomAsync());
        _texts.Add("code", _code);
        _texts.Add("code", closed);
        _texts.Add("to", _ada.Id);
        _texts.Add("resumeToken", _ada.Seat.ResumeToken);
    }

    public async Task DisposeAsync()
    {
        await _ada.DisposeAsync();
        await _bob.DisposeAsync();
        _wires.Dispose();
        await _host.DisposeAsync();
        _visitor.Dispose();
        _stranger.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task FramesThatAreNoneEndTheirConnectionAtMost()
    {
        await RunAsync(Connections, SendFramesAsync);
        await AssertUndisturbedAsync();
    }

    [Fact]
    public async Task RequestsThatAreNoneAreRefusedAtMost()
    {
        await RunAsync(Requests, SendRequestAsync);
        await AssertUndisturbedAsync();
    }

    // As often as a page of ours shows that it is there.
    private static async Task<Guest> ConnectAsync(ConferenceVisitor visitor)
    {
        var hub = visitor.CreateHubConnection();
        hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
        await hub.StartAsync();
        return Guest.On(hub);
    }

    /// <summary>Stops now and then to look at the wires, which also shows that they are still there.</summary>
    private async Task RunAsync(int count, Func<Random, Task> send)
    {
        foreach (var seeds in Enumerable.Range(0, count).Select(i => (FuzzPlan.Seed * count) + i).Chunk(BetweenLooks))
        {
            await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (seed, _) => TryAsync(seed, send));
            await _wires.CheckAsync(_ada.Id, _host.Id);
        }
    }

    private static async ValueTask TryAsync(int seed, Func<Random, Task> send)
    {
        try
        {
            await send(new Random(seed));
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed {seed}: {fault.Message}", fault);
        }
    }

    private async Task SendFramesAsync(Random random)
    {
        var frames = new HostileFrames(random, _texts);
        using var socket = await RawSocket.UpgradeAsync(_stranger);
        byte[] sent = [.. frames.Handshake(), .. Enumerable.Range(0, random.Next(MostFrames)).SelectMany(_ => frames.Gentle())];
        await socket.SendAsync(sent);
        await socket.SendAsync(frames.Rough());
        await socket.SendAsync(frames.Gentle());
        await socket.EndAsync();
    }

    private async Task SendRequestAsync(Random random)
    {
        using var socket = await RawSocket.ConnectAsync(_server.Address);
        var request = new HostileRequests(random, _texts, _stranger).Next();
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));
        var answer = await socket.EndAsync();
        Assert.False(answer.StartsWith("HTTP/1.1 500", StringComparison.Ordinal), $"{request}\n{answer}");
    }

    private async Task AssertUndisturbedAsync()
    {
        var heard = await _ada.SayAsync("Can you hear me?");
        Assert.Contains(await _bob.ReadChatAsync(heard.Sequence), message => message.Text == "Can you hear me?");
        await _bob.CallAsync(nameof(IConferenceServer.RaiseHand));
        while ((await _ada.SkipToAsync<ParticipantUpdatedEvent>()).Participant is not { HandRaisedAt: not null } raised || raised.Id != _bob.Id)
        {
        }

        await _wires.CheckAsync("Can you hear me?");
        var faults = _faults.Take();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
