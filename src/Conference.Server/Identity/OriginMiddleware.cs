using Conference.Server.Options;
using Conference.Server.Web;
using Microsoft.Extensions.Options;

namespace Conference.Server.Identity;

/// <summary>
/// Browsers send cookies with a socket that any page may open, and say only in <c>Origin</c> which page it is. Compared as text: what
/// merely looks like the own origin is another one.
/// </summary>
internal sealed class OriginMiddleware(RequestDelegate next, IOptions<SecurityOptions> options)
{
    private readonly HashSet<string> _allowed =
        [.. options.Value.AllowedOrigins.Select(WebOrigin.Read).OfType<string>()];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsChecked(context.Request) || IsAllowed(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Programs have no Origin. On the hub, and with a visitor's cookie wherever something may change, that is refused: a program says
    // where it belongs, and a browser that does not is none to trust with a cookie.
    private static bool IsChecked(HttpRequest request) =>
        request.IsHub() || (request.IsApi() && (IsPartOfForeignPage(request) || (!HttpMethods.IsGet(request.Method) && IsOfBrowser(request))));

    private static bool IsOfBrowser(HttpRequest request) => request.Headers.Origin.Count > 0 || request.Headers.Cookie.Count > 0;

    // Pictures and the like that another site puts into its page come without Origin, but not without this. Links may be followed.
    private static bool IsPartOfForeignPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && request.Headers["Sec-Fetch-Mode"] != "navigate";

    // Browsers send no Origin with a GET to the page's own server. A poll names a connection that was opened with an allowed one,
    // by a token that no other page can know.
    private static bool IsLongPoll(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Origin.Count == 0
        && request.Headers.Upgrade.Count == 0
        && !IsPartOfForeignPage(request)
        && request.Query.ContainsKey("id");

    private bool IsAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return (request.IsHub() && IsLongPoll(request)) || origin == $"{request.Scheme}://{request.Host.Value?.ToLowerInvariant()}" || _allowed.Contains(origin);
    }
}
