using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Conference.Server.Hubs.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Conference.Server.Endpoints;

/// <summary>Token buckets per address.</summary>
internal static class RequestLimits
{
    public const string NewRooms = "new rooms";
    public const string Requests = "requests";
    public const string NewConnections = "new connections";

    public static void Configure(RateLimiterOptions limiter, IOptions<RequestLimitsOptions> options, IOptions<LimitsOptions> hubOptions)
    {
        var (limits, hubLimits) = (options.Value, hubOptions.Value);
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = TellWhenAsync;
        limiter.AddPolicy(NewRooms, context => Bucket(context, limits.RoomRate, limits.RoomBurst));
        limiter.AddPolicy(Requests, context => Bucket(context, limits.RequestRate, limits.RequestBurst));
        limiter.AddPolicy(NewConnections, context => HasConnection(context.Request)
            ? RateLimitPartition.GetNoLimiter(NewConnections)
            : Bucket(context, hubLimits.ConnectRate, hubLimits.ConnectBurst));
    }

    /// <summary>What an address is counted under: whoever has one IPv6 address has 2^64 of them.</summary>
    public static string NameOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>Tokens come whole: less than one a second is one in more than a second.</summary>
    internal static TokenBucketRateLimiterOptions Refill(double rate, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, (int)rate),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 1 / rate)),
        QueueLimit = 0,
    };

    // It was counted when it began: a poll, a message by long polling, the socket after the negotiation.
    private static bool HasConnection(HttpRequest request) => request.Query.ContainsKey("id");

    private static RateLimitPartition<string> Bucket(HttpContext context, double rate, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(NameOf(context.Connection.RemoteIpAddress), _ => Refill(rate, burst));

    private static ValueTask TellWhenAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return ValueTask.CompletedTask;
    }
}
