using Conference.Server.Tests.Fuzz;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>Sockets on which nothing is ever said.</summary>
public sealed class SilentSocketTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly WatchedClock _clock = new();

    [Fact]
    public async Task WhoSaysNothingIsCutInTime()
    {
        await using var server = Start();
        using var silent = await server.KeepSilentAsync(_clock);

        _clock.Advance(WatchedClock.Silence - Moment);
        Assert.True(silent.IsOpen);
        _clock.Advance(Moment);

        Assert.Equal("", await silent.ReadToEndAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task WhoSpeaksInTheLastMomentIsHeard()
    {
        await using var server = Start();
        using var late = await server.KeepSilentAsync(_clock);

        _clock.Advance(WatchedClock.Silence - Moment);

        Assert.True(await late.AskAsync());
    }

    [Fact]
    public async Task WhoSpokeOnceMayBeSilent()
    {
        await using var server = Start();
        using var ada = await server.VisitAsync();
        await using var page = await Guest.ConnectAsync(ada);
        await page.JoinAsync(Guest.Request(await ada.CreateRoomAsync()));

        _clock.Advance(WatchedClock.Silence);

        await page.SayAsync("Still here");
    }

    [Fact]
    public async Task WhoIsCutLeavesItsPlace()
    {
        await using var server = Start(options => options.LimitSockets(all: 1));
        using var silent = await server.KeepSilentAsync(_clock);
        await server.AssertRefusedAsync(SocketScene.Elsewhere);

        _clock.Advance(WatchedClock.Silence);

        using var other = await server.OpenInTimeAsync(SocketScene.Elsewhere);
    }

    [Fact]
    public async Task WhoGoesWithoutAWordIsNoFault()
    {
        using var faults = new FaultRecorder();
        await using var server = Start(options =>
        {
            options.LimitSockets(all: 2);
            options.ConfigureServices = services => services.AddSingleton<ILoggerProvider>(faults);
        });
        using var cut = await server.KeepSilentAsync(_clock);
        using var ended = await server.KeepSilentAsync(_clock);

        cut.Reset();
        Assert.Equal("", await ended.EndAsync());

        using var first = await server.OpenInTimeAsync(SocketScene.Here);
        using var second = await server.OpenInTimeAsync(SocketScene.Here);
        Assert.Empty(faults.Take());
    }

    [Fact]
    public async Task ASilentSocketDoesNotHoldUpTheServersEnd()
    {
        var server = Start();
        using var silent = await server.KeepSilentAsync(_clock);

        await server.DisposeAsync().AsTask().WaitAsync(Patience);

        Assert.Equal("", await silent.ReadToEndAsync());
    }

    private ConferenceServer Start(Action<ConferenceServerOptions>? configure = null) => ConferenceServer.Start(options =>
    {
        options.Clock = _clock;
        configure?.Invoke(options);
    });
}
