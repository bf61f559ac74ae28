using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using Results = Microsoft.AspNetCore.Http.Results;

namespace Conference.Server.Tests.Identity;

/// <summary>A real OpenID Connect server (OpenIddict) on a port of this machine. It checks client, secret, proof key and addresses as any does.</summary>
public sealed class LoginServer : IAsyncLifetime
{
    public const string ClientId = "conference";
    public const string ClientSecret = "what only the two servers know";

    private readonly SqliteConnection _memory = new("Data Source=:memory:");
    private WebApplication _app = null!;

    /// <summary>Where it is: what Conference is configured with.</summary>
    public string Authority { get; private set; } = "http://127.0.0.1:0";

    /// <summary>Who sits in front of it; null: they think better of it.</summary>
    public (string Subject, string? Name)? Person { get; set; }

    /// <summary>A server that is not honest changes what it vouches for.</summary>
    public Action<ClaimsPrincipal> Forge { get; set; } = _ => { };

    public async Task InitializeAsync()
    {
        await _memory.OpenAsync();
        await StartAsync();
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await WarmUpAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _memory.DisposeAsync();
    }

    /// <summary>Lets a Conference at this address sign people in.</summary>
    public async Task RegisterAsync(Uri conference)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(ClientId) is { } former)
        {
            await applications.DeleteAsync(former);
        }

        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(conference, "/api/session/callback") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    /// <summary>Comes back with another key, at the same place.</summary>
    public async Task RotateKeyAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync() => await _app.DisposeAsync();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Authority);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(_memory).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(Configure);
        _app = builder.Build();
        _app.MapGet("/connect/authorize", (HttpContext context) => Authorize(context));
        await _app.StartAsync();
        Authority = _app.Urls.Single();
    }

    /// <summary>The first answer takes the longest, and nobody waits for it here.</summary>
    private async Task WarmUpAsync()
    {
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri($"{Authority}/.well-known/openid-configuration"));
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Profile);
        server.AddEphemeralEncryptionKey();
        server.AddSigningKey(new RsaSecurityKey(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") });
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
        server.AddEventHandler<ProcessSignInContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.PrepareIdentityTokenPrincipal.Descriptor.Order + 1)
            .UseInlineHandler(context =>
            {
                if (context.IdentityTokenPrincipal is { } vouched)
                {
                    Forge(vouched);
                }

                return default;
            }));
    }

    private IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("This is no request of OpenID Connect.");
        if (Person is not { } person)
        {
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("login", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.Name, person.Name);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
