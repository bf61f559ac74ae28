using System.Text.RegularExpressions;
using Conference.Core;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Conference.Server.Endpoints;

/// <summary>Signing in and out.</summary>
internal static partial class SessionEndpoints
{
    private const string Home = "/";

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session", Read).Requires(RoomAction.SeeSession);
        routes.MapGet("/session/sign-in", SignInAsync).Requires(RoomAction.SeeSession);
        routes.MapPost("/session/sign-out", SignOutAsync).Requires(RoomAction.ChangeSession);
    }

    private static Ok<SessionInfo> Read(HttpContext context, IOptions<SignInOptions> options) => TypedResults.Ok(ToInfo(context, options.Value));

    /// <summary>A link of the page leads here, and on to where people sign in. Who is sent here by another site lands on the page.</summary>
    private static async Task SignInAsync(
        [FromQuery(Name = "returnTo")] string? returnTo, HttpContext context, IOptions<SignInOptions> options, ILoggerFactory loggers)
    {
        if (!options.Value.IsOn || !IsOwnLink(context.Request))
        {
            context.Response.Redirect(Home);
            return;
        }

        try
        {
            var target = returnTo is not null && OwnPage().IsMatch(returnTo) ? returnTo : Home;
            await context.ChallengeAsync(SignInExtensions.Scheme, new AuthenticationProperties { RedirectUri = target });
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            SignInLog.Unreachable(loggers.CreateLogger(typeof(SessionEndpoints)), SignInLog.Explain(failure));
            context.Response.Redirect(SignInEvents.FailurePage);
        }
    }

    /// <summary>A person becomes a guest again. A guest stays the one they are: their rooms would be lost.</summary>
    private static async Task<Ok<SessionInfo>> SignOutAsync(HttpContext context, IOptions<SignInOptions> options, ConnectionCutter cutter)
    {
        if (context.User.IsPerson())
        {
            context.CutAfterResponse(cutter, context.User.GetSession());
            await context.BecomeGuestAsync();
        }

        return TypedResults.Ok(ToInfo(context, options.Value));
    }

    private static SessionInfo ToInfo(HttpContext context, SignInOptions options) => new(
        options.IsOn, options.RequiredToOpenRooms, context.User.IsSignedInAt(options.Authority) ? context.User.FindName() : null);

    // Browsers that do not say where a request comes from are believed: signing in changes nothing before the person agrees there.
    private static bool IsOwnLink(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin";

    // The pages of this server and nothing else: what is no page of ours cannot be returned to, however it is spelt.
    [GeneratedRegex(@"\A/(r/[a-z]{3}-[a-z]{4}-[a-z]{3}(/history)?)?\z")]
    private static partial Regex OwnPage();
}
