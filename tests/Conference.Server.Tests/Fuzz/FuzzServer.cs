using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Fuzz;

/// <summary>The server that is fuzzed, whose limits are out of the way and whose clock stands still, and a room on it that must not notice.</summary>
public sealed class FuzzServer : IAsyncLifetime
{
    public FuzzServer() => Server = ConferenceServer.Start(options =>
    {
        options.Clock = TestClock.Create();
        options.Settings["Logging:Level"] = "Critical";
        options.ConfigureServices = services => services.AddSingleton<ILoggerProvider>(Faults);
        options.LiftLimits();
    });

    public ConferenceServer Server { get; }

    internal FaultRecorder Faults { get; } = new();

    internal FuzzRoom Bystanders { get; private set; } = null!;

    public async Task InitializeAsync() => Bystanders = await FuzzRoom.OpenClosedAsync(Server);

    public async Task DisposeAsync()
    {
        await Bystanders.DisposeAsync();
        await Server.DisposeAsync();
    }
}
