using Conference.Core;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Turn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Conference.Server.Endpoints;

/// <summary>What a page needs to find out whether a call would work from where it is.</summary>
internal static class CheckEndpoints
{
    public static void MapCheck(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/check/ice-servers", Grant).Requires(RoomAction.CheckConnection);

    /// <summary>Whoever may open a room gets credentials with a seat there too: these are no others, and end sooner.</summary>
    private static Ok<CheckIceServers> Grant(HttpContext context, IceService ice) =>
        TypedResults.Ok(new CheckIceServers(ice.GrantCheck(context.Request.Host.Host)));
}
