using System.Security.Claims;

namespace Conference.Server.Identity;

/// <summary>Who calls: a browser, known by its cookie, or the person who signed in there.</summary>
public static class VisitorExtensions
{
    internal const string Scheme = "visitor";
    private const string IdClaim = "sub";
    private const string NameClaim = "name";
    private const string AuthorityClaim = "authority";
    private const string FormerClaim = "former";
    private const string SessionClaim = "sid";

    /// <summary>The visitor's id; never leaves the server.</summary>
    /// <exception cref="InvalidOperationException">The request has no visitor: its route is not one that needs one.</exception>
    public static Guid GetVisitorId(this ClaimsPrincipal user) =>
        user.FindVisitorId() ?? throw new InvalidOperationException("This request has no visitor.");

    internal static Guid? FindVisitorId(this ClaimsPrincipal user) => user.FindId(IdClaim);

    /// <summary>The guest that this browser was until somebody signed in.</summary>
    internal static Guid? FindFormerVisitorId(this ClaimsPrincipal user) => user.FindId(FormerClaim);

    /// <summary>Whether the cookie is a signed-in person's, wherever they signed in.</summary>
    internal static bool IsPerson(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == AuthorityClaim);

    /// <summary>Whether the person signed in at this server.</summary>
    internal static bool IsSignedInAt(this ClaimsPrincipal user, string? authority) =>
        !string.IsNullOrEmpty(authority) && user.FindFirstValue(AuthorityClaim) == authority;

    internal static string? FindName(this ClaimsPrincipal user) => user.FindFirstValue(NameClaim);

    /// <summary>The same for everything that comes from one browser, until somebody signs in or out there.</summary>
    internal static string GetSession(this ClaimsPrincipal user) => user.FindFirstValue(SessionClaim) ?? user.GetVisitorId().ToString("N");

    internal static ClaimsPrincipal CreateVisitor(Guid id) => Create([new Claim(IdClaim, id.ToString("N"))]);

    internal static ClaimsPrincipal CreatePerson(SignedInPerson person)
    {
        var claims = new List<Claim>
        {
            new(IdClaim, person.Id.ToString("N")),
            new(NameClaim, person.Name),
            new(AuthorityClaim, person.Authority),
            // Stryker disable once String : any text that nobody else has will do
            new(SessionClaim, Guid.NewGuid().ToString("N")),
        };
        if (person.Former is { } former)
        {
            claims.Add(new Claim(FormerClaim, former.ToString("N")));
        }

        return Create(claims);
    }

    private static Guid? FindId(this ClaimsPrincipal user, string claim) =>
        Guid.TryParseExact(user.FindFirstValue(claim), "N", out var id) ? id : null;

    private static ClaimsPrincipal Create(IEnumerable<Claim> claims) => new(new ClaimsIdentity(claims, Scheme));
}
