using System.Globalization;
using Conference.Server.Options;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Conference.Server.Telemetry;

/// <summary>What the server says about itself: to the console, and to whoever asks for its health.</summary>
public static class TelemetryExtensions
{
    private const string TextTemplate = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const string RequestTemplate = "{Method} {Route} answered {StatusCode} in {Elapsed:0.0} ms";

    /// <summary>Adds logging and the health checks.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(Configure);
        RememberLoggers(builder.Services);
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database")
            .AddCheck<ChatLogHealthCheck>("chat");
        builder.Services.AddHostedService<StartAnnouncement>();
        return builder;
    }

    /// <summary>Logs every request, by its route and without what somebody typed.</summary>
    public static IApplicationBuilder UseTelemetry(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        Describe(options);
    });

    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can store what it is given).</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReportWriter.WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthReportWriter.WriteAsync });
    }

    /// <summary>
    /// Puts the framework's logger factory before Serilog's own, which makes a new logger whenever it is asked for one: every connection asks
    /// for several.
    /// </summary>
    private static void RememberLoggers(IServiceCollection services)
    {
        services.RemoveAll<ILoggerFactory>().AddSingleton<ILoggerFactory, LoggerFactory>();
        services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(provider =>
            new SerilogLoggerProvider(provider.GetRequiredService<Serilog.ILogger>()));
        // Which levels are logged is Serilog's to decide.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
    }

    private static void Configure(IServiceProvider services, LoggerConfiguration logger)
    {
        var options = services.GetRequiredService<IOptions<LoggingOptions>>().Value;
        var level = LevelConvert.ToSerilogLevel(options.Level);
        logger.MinimumLevel.Is(level)
            // One line a request is ours; the frameworks have many, with addresses and paths in them.
            .MinimumLevel.Override("Microsoft", Max(level, LogEventLevel.Warning))
            .MinimumLevel.Override("System", Max(level, LogEventLevel.Warning))
            // To the framework every refused call is an error, with its stack: one page could fill a disk. What is a fault the hub's own filter says.
            .MinimumLevel.Override("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", Max(level, LogEventLevel.Fatal))
            // The keys are not encrypted at rest: the data folder is private, and the database beside them is not encrypted either.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", Max(level, LogEventLevel.Error))
            // Why a sign-in failed is said in one line of ours: theirs has what anybody put into an address.
            .MinimumLevel.Override("Microsoft.AspNetCore.Authentication.OpenIdConnect", Max(level, LogEventLevel.Fatal))
            // Why the start failed is said once, in one line.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", Max(level, LogEventLevel.Fatal))
            .Enrich.With<PathRemover>();
        if (options.Format == LogFormat.Json)
        {
            logger.WriteTo.Console(new CompactJsonFormatter());
        }
        else
        {
            logger.WriteTo.Console(outputTemplate: TextTemplate, formatProvider: CultureInfo.InvariantCulture);
        }
    }

    private static void Describe(RequestLoggingOptions options)
    {
        options.MessageTemplate = RequestTemplate;
        options.GetLevel = LevelOf;
        options.GetMessageTemplateProperties = (context, _, elapsed, statusCode) =>
        [
            new LogEventProperty("Method", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue(RouteOf(context))),
            new LogEventProperty("StatusCode", new ScalarValue(statusCode)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
    }

    // The route's pattern, not the path: a room's code opens the room.
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    private static LogEventLevel LevelOf(HttpContext context, double elapsed, Exception? exception) => context.Response.StatusCode switch
    {
        >= 500 => LogEventLevel.Error,
        _ when context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) => LogEventLevel.Information,
        _ => LogEventLevel.Debug,
    };

    private static LogEventLevel Max(LogEventLevel left, LogEventLevel right) => left > right ? left : right;
}
