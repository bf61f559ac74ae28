using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Hubs.Filters;

/// <summary>
/// Begins a connection's call when the one before is done. A message that waits for the disk lets the next pass: a slow disk holds up
/// nobody's signals, and many messages of one sender share a commit.
/// </summary>
internal sealed class CallOrderFilter : IHubFilter
{
    private static readonly object Key = new();

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[Key] = new CallOrder();
        return next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        using var turn = await ((CallOrder)invocationContext.Context.Items[Key]!).TakeAsync();
        ((ConferenceHub)invocationContext.Hub).Turn = turn;
        return await next(invocationContext);
    }
}
