using Conference.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Filters;

/// <summary>Refuses calls that come too fast. Each connection has its own limits, which it loses with itself.</summary>
internal sealed class CallLimitFilter(IOptions<LimitsOptions> options, TimeProvider time) : IHubFilter
{
    private static readonly object Key = new();

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        LimitsOf(invocationContext.Context).TryCall(invocationContext.HubMethodName)
            ? next(invocationContext)
            : throw new ConferenceException(ErrorCodes.TooFast, "That is too fast. Wait a moment.");

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
