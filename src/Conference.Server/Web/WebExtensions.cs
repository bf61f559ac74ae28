using System.Net;
using System.Text.RegularExpressions;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Filters;
using Conference.Server.Options;
using Conference.Server.Web.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Conference.Server.Web;

/// <summary>The page and what it is served with.</summary>
public static partial class WebExtensions
{
    // Not 5000, which macOS uses itself.
    private const string DefaultAddress = "http://localhost:5080";
    private const long UnreadLimit = 128 * 1024;
    private const string NoLoneLineFeeds = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";
    private const string Immutable = "public, max-age=31536000, immutable";
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    /// <summary>Adds the static files, and whose forwarded headers are believed.</summary>
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        // Where a proxy sees one header, Kestrel would see two.
        AppContext.SetSwitch(NoLoneLineFeeds, isEnabled: true);

        // So that a run that was not published serves the files too.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(Harden).UseSockets(Configure);
        if (!HasAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.AddSockets();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(Trust);
        return builder;
    }

    /// <summary>Believes the configured proxies, and tells browsers what the page may do.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) =>
        app.UseForwardedHeaders().UseMiddleware<SecurityHeadersMiddleware>().Use(ServePages);

    private static bool HasAddress(ConfigurationManager configuration) =>
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key])) || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    private static void AddSockets(this IServiceCollection services)
    {
        services.AddSection<SocketLimitsOptions>(RequestLimitsOptions.Section)
            .ValidateDataAnnotations()
            .Validate(sockets => sockets.HasSaneSilence(), "Limits:Silence is not between 00:00:01 and 01:00:00.")
            .Validate<IOptions<LimitsOptions>>(
                (sockets, hub) => sockets.HasRoomFor(hub.Value),
                "Limits:Sockets is less than Limits:Connections, or Limits:AddressSockets less than Limits:AddressConnections.");
        services.AddSingleton<OpenSockets>().AddSingleton<SocketGuard>();
        services.AddOptions<KestrelServerOptions>().Configure<SocketGuard>((kestrel, guard) =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(guard.Guard)));
    }

    // A socket that waits for its next request keeps the 130 s that it has by itself: proxies keep theirs for up to 120 s, and a request that meets the
    // end of its socket is lost.
    private static void Harden(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static void Configure(SocketTransportOptions sockets)
    {
        // Whoever has something to send sends it, and whoever received something goes on with it: a message costs two changes of the thread
        // less. Nothing here waits by blocking a thread, so nobody else has to wait for it.
        sockets.UnsafePreferInlineScheduling = true;

        // What is sent faster than it is read waits in the network, not in our memory: by default it is a mebibyte for each connection.
        sockets.MaxReadBufferSize = UnreadLimit;
    }

    private static Task ServePages(HttpContext context, RequestDelegate next)
    {
        if (context.Request.WantsPage())
        {
            context.Request.TurnToPage();
            context.Response.OnStarting(AskEveryTime, context.Response);
        }
        else if (HashedChunk().IsMatch(context.Request.Path.Value ?? ""))
        {
            context.Response.OnStarting(KeepForEver, context.Response);
        }

        return next(context);
    }

    // The page's own answer and that of a new cookie have a say in this; one of them is enough.
    private static Task AskEveryTime(object state)
    {
        ((HttpResponse)state).Headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }

    private static Task KeepForEver(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            response.Headers.CacheControl = Immutable;
        }

        return Task.CompletedTask;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, IOptions<ProxyOptions> proxies)
    {
        // The defaults already trust this machine's own addresses.
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var known in proxies.Value.Known)
        {
            if (IPAddress.TryParse(known, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(known));
            }
        }
    }

    // What Vite names by its content: /dist/chunk-AbCd1234.js
    [GeneratedRegex(@"^/dist/.+-[\w-]{8}\.\w+$")]
    private static partial Regex HashedChunk();
}
