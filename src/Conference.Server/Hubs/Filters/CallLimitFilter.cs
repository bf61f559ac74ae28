using Conference.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Filters;

/// <summary>
/// Refuses calls that come too fast, before anything else is done for them: who floods must not cost the others time. Each connection has its own
/// limits, which it loses with itself, and shares others.
/// </summary>
internal sealed class CallLimitFilter(
    SharedCallLimits shared, IOptions<LimitsOptions> options, TimeProvider time, ILogger<CallLimitFilter> logger) : IHubFilter
{
    private static readonly object Key = new();

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[Key] = new CallLimits(options.Value, time);
        return next(context);
    }

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        TryCall(invocationContext.Context, invocationContext.HubMethodName) ? next(invocationContext) : throw Refuse(invocationContext.HubMethodName);

    private bool TryCall(HubCallerContext context, string method) =>
        ((CallLimits)context.Items[Key]!).TryCall(method) && shared.TryCall(context.Caller(), method);

    private HubException Refuse(string method)
    {
        HubLog.CallRefused(logger, method, ErrorCodes.TooFast);
        return ErrorFilter.Failure(ErrorCodes.TooFast, "That is too fast. Wait a moment.");
    }
}
