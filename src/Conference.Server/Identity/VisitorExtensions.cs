using System.Security.Claims;

namespace Conference.Server.Identity;

/// <summary>Who calls: a browser, known by its cookie.</summary>
public static class VisitorExtensions
{
    internal const string Scheme = "visitor";
    private const string IdClaim = "sub";

    /// <summary>The visitor's id; never leaves the server.</summary>
    /// <exception cref="InvalidOperationException">The request has no visitor: its route is not one that needs one.</exception>
    public static Guid GetVisitorId(this ClaimsPrincipal user) =>
        user.FindVisitorId() ?? throw new InvalidOperationException("This request has no visitor.");

    internal static Guid? FindVisitorId(this ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(IdClaim), "N", out var id) ? id : null;

    internal static ClaimsPrincipal CreateVisitor(Guid id) => new(new ClaimsIdentity([new Claim(IdClaim, id.ToString("N"))], Scheme));
}
