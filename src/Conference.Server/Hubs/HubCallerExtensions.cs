using Conference.Server.Identity;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Hubs;

internal static class HubCallerExtensions
{
    private static readonly object Key = new();

    /// <summary>The connection's caller: the same object for as long as the connection lives.</summary>
    public static HubCaller Caller(this HubCallerContext context)
    {
        if (context.Items.TryGetValue(Key, out var known))
        {
            return (HubCaller)known!;
        }

        var (user, http) = (context.User!, context.GetHttpContext());
        var caller = new HubCaller(context.ConnectionId, user.GetVisitorId(), http?.Connection.RemoteIpAddress)
        {
            Host = http?.Request.Host.Host,
            FormerVisitorId = user.FindFormerVisitorId(),
        };
        context.Items[Key] = caller;
        return caller;
    }
}
