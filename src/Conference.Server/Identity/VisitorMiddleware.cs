using System.Security.Claims;
using Conference.Server.Web;
using Microsoft.AspNetCore.Authentication;

namespace Conference.Server.Identity;

/// <summary>
/// Gives every browser its id with the first page or call, and tells the rest of the server who calls. The hub is different: who comes
/// there without a cookie is no page of ours.
/// </summary>
internal sealed class VisitorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isHub = context.Request.IsHub();
        if (!isHub && !context.Request.IsApi() && !context.Request.IsPage())
        {
            await next(context);
            return;
        }

        if (await RecogniseAsync(context) is { } visitor)
        {
            context.User = visitor;
        }
        else if (isHub)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        else
        {
            await context.BecomeGuestAsync();
        }

        await next(context);
    }

    private static async Task<ClaimsPrincipal?> RecogniseAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(VisitorExtensions.Scheme);
        return result.Principal?.FindVisitorId() is null ? null : result.Principal;
    }
}
