using Conference.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Filters;

/// <summary>Refuses calls that come too fast. Each connection has its own limits, which it loses with itself, and shares others.</summary>
internal sealed class CallLimitFilter(SharedCallLimits shared, IOptions<LimitsOptions> options, TimeProvider time) : IHubFilter
{
    private static readonly object Key = new();

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        TryCall(invocationContext.Context, invocationContext.HubMethodName)
            ? next(invocationContext)
            : throw new ConferenceException(ErrorCodes.TooFast, "That is too fast. Wait a moment.");

    private bool TryCall(HubCallerContext context, string method) =>
        LimitsOf(context).TryCall(method) && shared.TryCall(context.Caller(), method);

    private CallLimits LimitsOf(HubCallerContext context)
    {
        if (context.Items.TryGetValue(Key, out var known))
        {
            return (CallLimits)known!;
        }

        var limits = new CallLimits(options.Value, time);
        context.Items[Key] = limits;
        return limits;
    }
}
