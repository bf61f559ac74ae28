using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Before the first connection: brings the rooms back whose calls the last process left open.</summary>
internal sealed class CallRecovery(IRoomStore store, IRoomDirectory directory, ILogger<CallRecovery> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var call in await store.ListOpenCallsAsync(cancellationToken))
        {
            RoomsLog.CallRecovered(logger, call.Room.Id);
            await directory.RecoverAsync(call);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
