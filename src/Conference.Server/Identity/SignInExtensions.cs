using Conference.Server.Options;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Conference.Server.Identity;

/// <summary>Signing in at the operator's OpenID Connect server, if there is one.</summary>
internal static class SignInExtensions
{
    public const string Scheme = "sign-in";

    /// <summary>Below <c>/api</c>, where no address is taken for a page.</summary>
    public const string CallbackPath = "/api/session/callback";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimeToSignIn = TimeSpan.FromMinutes(15);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSection<SignInOptions>(SignInOptions.Section)
            .Validate(SignInOptions.HasSaneAuthority, "SignIn:Authority is not of the form https://host/path; http is for this machine only.")
            .Validate(signIn => !signIn.IsOn || !string.IsNullOrWhiteSpace(signIn.ClientId), "SignIn:ClientId is missing: the name under which the authority knows this server.")
            .Validate(signIn => signIn.IsOn || !signIn.RequiredToOpenRooms, "SignIn:RequiredToOpenRooms is set, but without SignIn:Authority nobody can sign in.")
            .Validate(signIn => signIn.Lifetime >= TimeSpan.FromMinutes(5) && signIn.Lifetime <= TimeSpan.FromDays(365), "SignIn:Lifetime is not between 00:05:00 and 365.00:00:00.");
        services.AddScoped<SignInEvents>();
        if (!string.IsNullOrEmpty(builder.Configuration[$"{SignInOptions.Section}:{nameof(SignInOptions.Authority)}"]))
        {
            services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
            services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<SignInOptions>>(Configure);
        }
    }

    private static void Configure(OpenIdConnectOptions oidc, IOptions<SignInOptions> options)
    {
        var signIn = options.Value;
        oidc.Authority = signIn.Authority;
        oidc.RequireHttpsMetadata = signIn.Authority!.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        oidc.ClientId = signIn.ClientId;
        oidc.ClientSecret = signIn.ClientSecret;
        foreach (var scope in signIn.Scopes)
        {
            oidc.Scope.Add(scope);
        }

        oidc.SignInScheme = VisitorExtensions.Scheme;
        oidc.EventsType = typeof(SignInEvents);
        UseCode(oidc);
        UseCookies(oidc);
    }

    /// <summary>The code flow with PKCE, state and nonce, which are the handler's own. The code comes in the address: a posted one would come without cookies.</summary>
    private static void UseCode(OpenIdConnectOptions oidc)
    {
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.CallbackPath = CallbackPath;
        // Nothing that another site can send somebody to signs them out.
        oidc.RemoteSignOutPath = default;
        oidc.SignedOutCallbackPath = default;
        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.ClaimActions.Remove("iss");
        oidc.DisableTelemetry = true;
        oidc.BackchannelTimeout = Patience;
        oidc.RemoteAuthenticationTimeout = TimeToSignIn;
    }

    private static void UseCookies(OpenIdConnectOptions oidc)
    {
        oidc.CorrelationCookie.Name = "conference-sign-in.";
        oidc.NonceCookie.Name = "conference-nonce.";
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.HttpOnly = true;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }
}
