using Conference.Server.Options;

namespace Conference.Server.Identity;

/// <summary>The visitor's cookie: for the pages of this site, and for frames in other sites only where those are allowed.</summary>
internal sealed class VisitorCookie : CookieBuilder
{
    private readonly bool _isForFrames;

    public VisitorCookie(SecurityOptions security)
    {
        _isForFrames = security.EmbeddingOrigins.Count > 0;
        Name = "conference-visitor";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        IsEssential = true;
    }

    /// <inheritdoc/>
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        // Browsers give a frame no other kind, and take this kind over https only. One jar for each embedding site: none of them can
        // act as the visitor of another, or of our own pages.
        if (_isForFrames && cookie.Secure)
        {
            cookie.SameSite = SameSiteMode.None;
            cookie.Extensions.Add("Partitioned");
        }

        return cookie;
    }
}
