using Conference.Core.Rooms;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Conference.Server.Identity;

/// <summary>What becomes of a sign-in: the browser's guest becomes the person, or the page says that it did not work.</summary>
internal sealed class SignInEvents(
    IRoomStore store, ConnectionCutter cutter, IOptions<SignInOptions> options, TimeProvider time, ILogger<SignInEvents> logger) : OpenIdConnectEvents
{
    /// <summary>Where the page says that signing in did not work.</summary>
    public const string FailurePage = "/#sign-in-failed";

    /// <summary>
    /// The guest's rooms become the person's. Who was signed in before is another person, who keeps what is theirs. The guest's connections end when
    /// the new cookie is there: their pages come back as the person, to the same seats.
    /// </summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var before = (await http.AuthenticateAsync(VisitorExtensions.Scheme)).Principal;
        var guest = before?.IsPerson() == false ? before.FindVisitorId() : null;
        var person = SignedInPerson.Read(context.Principal!, options.Value.Authority!, guest);
        if (guest is { } former)
        {
            await store.MoveVisitorAsync(former, person.Id, http.RequestAborted);
        }

        if (before?.FindVisitorId() is not null)
        {
            http.CutAfterResponse(cutter, before.GetSession());
        }

        context.Principal = VisitorExtensions.CreatePerson(person);
        context.Properties = new AuthenticationProperties { IsPersistent = true, ExpiresUtc = time.GetUtcNow() + options.Value.Lifetime };
    }

    /// <inheritdoc/>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        SignInLog.Failed(logger, SignInLog.Explain(context.Failure));
        context.Response.Redirect(FailurePage);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>The person thought better of it.</summary>
    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.Response.Redirect(context.ReturnUrl ?? "/");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
