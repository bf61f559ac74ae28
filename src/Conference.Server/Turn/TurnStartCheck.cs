using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>Looks once whether the configured TURN servers work. It begins when the server is open, and nobody waits for it.</summary>
internal sealed class TurnStartCheck(TurnCheck check, IOptions<TurnOptions> options, IHostApplicationLifetime lifetime, ILogger<TurnStartCheck> logger) : IHostedService
{
    private Task _checking = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Servers.Count > 0)
        {
            lifetime.ApplicationStarted.Register(() => _checking = Task.Run(CheckAsync));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _checking.WaitAsync(cancellationToken);

    private async Task CheckAsync()
    {
        try
        {
            var results = await check.RunAsync(lifetime.ApplicationStopping);
            var text = string.Join(", ", results.Select(result => $"{result.Url} {TurnWords.Code(result.Finding)}"));
            if (results.All(result => result.Finding == TurnFinding.Ok))
            {
                TurnLog.Works(logger, text);
            }
            else
            {
                TurnLog.Fails(logger, text);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops before the answers came.
        }
    }
}
