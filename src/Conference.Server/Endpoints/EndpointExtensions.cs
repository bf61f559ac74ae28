using Conference.Core;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Filters;
using Conference.Server.Options;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Conference.Server.Endpoints;

/// <summary>What is not live, over HTTP.</summary>
public static class EndpointExtensions
{
    private const long LargestBody = 128 * 1024;

    /// <summary>Adds what the routes under <c>/api</c> need.</summary>
    public static WebApplicationBuilder AddEndpoints(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        services.ConfigureHttpJsonOptions(json => HubJson.Configure(json.SerializerOptions));
        services.AddSection<RequestLimitsOptions>(RequestLimitsOptions.Section).ValidateDataAnnotations();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RequestLimitsOptions>, IOptions<LimitsOptions>>(RequestLimits.Configure);
        services.AddOpenApi(openApi => openApi
            .AddDocumentTransformer((document, _, _) => DescribeAsync(document))
            .AddOperationTransformer((operation, context, _) => DescribeCodeAsync(operation, context.Description.RelativePath)));
        return builder;
    }

    /// <summary>Explains refusals. Goes before everything that may refuse.</summary>
    public static IApplicationBuilder UseRefusals(this IApplicationBuilder app) => app.UseMiddleware<RefusalMiddleware>();

    /// <summary>Limits how fast an address calls, then asks whether it may.</summary>
    public static IApplicationBuilder UseGate(this IApplicationBuilder app) => app.UseRateLimiter().UseMiddleware<RoomGateMiddleware>();

    /// <summary>Maps all routes and their description.</summary>
    public static void MapEndpoints(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireRateLimiting(RequestLimits.Requests)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapRooms();
        api.MapHistory();
        api.MapInvitations();
        api.MapSettings();
        api.MapSession();
        api.MapCheck();
        routes.MapOpenApi("/openapi/{documentName}.json");
    }

    /// <summary>Says what a caller must be allowed to do.</summary>
    internal static RouteHandlerBuilder Requires(this RouteHandlerBuilder route, RoomAction action) => route.WithMetadata(new RequiredAction(action));

    private static Task DescribeAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "Conference", Version = "v1", Description = "Rooms and their chat, outside of a call." };
        return Task.CompletedTask;
    }

    /// <summary>The gate reads the code, not the handler: the description does not know of it by itself.</summary>
    private static Task DescribeCodeAsync(OpenApiOperation operation, string? path)
    {
        if (path?.Contains("{code}", StringComparison.Ordinal) == true)
        {
            operation.Parameters ??= [];
            operation.Parameters.Insert(0, new OpenApiParameter
            {
                Name = "code",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The room's code, as in kmr-vxtd-hpe.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }
}
