using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Hubs;

/// <summary>The server that the tests of one class share, with a clock that only they move. Each test opens its own rooms.</summary>
public sealed class HubServer : IAsyncLifetime
{
    public HubServer() => Server = ConferenceServer.Start(options =>
    {
        options.Clock = Clock;
        JoinTokenSite.Configure(options);
    });

    public FakeTimeProvider Clock { get; } = TestClock.Create();

    public ConferenceServer Server { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
