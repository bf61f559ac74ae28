using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Conference.Server.Telemetry;

/// <summary>Says where the server is, and the one thing that surprises everybody who runs it for others.</summary>
internal sealed class StartAnnouncement(IServer server, IHostApplicationLifetime lifetime, ILogger<StartAnnouncement> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        lifetime.ApplicationStopping.Register(() => StartLog.Stopping(logger));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        StartLog.Started(logger, string.Join(", ", addresses));
        if (!addresses.Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
        {
            StartLog.NeedsHttps(logger);
        }
    }
}
