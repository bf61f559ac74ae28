using Conference.Server.Rooms;
using Microsoft.AspNetCore.Authentication;

namespace Conference.Server.Identity;

/// <summary>Changes who a browser is.</summary>
internal static class SessionExtensions
{
    /// <summary>Makes the browser a guest whom nobody has seen before.</summary>
    public static Task BecomeGuestAsync(this HttpContext context)
    {
        context.User = VisitorExtensions.CreateVisitor(Guid.NewGuid());
        // Each cookie its own: signing in writes the day of expiry into what it is given.
        return context.SignInAsync(VisitorExtensions.Scheme, context.User, new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Closes what the browser had open under its former cookie, when it has the new one.</summary>
    public static void CutAfterResponse(this HttpContext context, ConnectionCutter cutter, string session) => context.Response.OnCompleted(() =>
    {
        cutter.CutSessionSoon(session);
        return Task.CompletedTask;
    });
}
