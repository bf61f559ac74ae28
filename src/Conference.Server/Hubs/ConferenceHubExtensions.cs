using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Connections;
using Conference.Server.Hubs.Filters;
using Conference.Server.Options;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs;

/// <summary>Puts the hub and the live rooms into the host.</summary>
public static class ConferenceHubExtensions
{
    /// <summary>Where the hub listens.</summary>
    public const string Path = "/hub";

    internal const int MessageLimit = 64 * 1024;

    // They begin in order, one after the other; only messages that wait for the disk let others pass.
    private const int CallsAtOnce = 16;

    // A page that takes nothing for so long loses its connection however little waits for it: it comes back and catches up.
    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(10);

    // Who does not answer the end of a connection, as one that never shook hands, is not waited for as long again.
    private static readonly TimeSpan SlowestEnd = TimeSpan.FromSeconds(2);

    /// <summary>Needs an <see cref="IRoomStore"/>, an <see cref="IChatLog"/> and an <see cref="IChatHistory"/>.</summary>
    public static IServiceCollection AddConferenceHub(this IServiceCollection services)
    {
        services.AddLiveRooms();
        services.AddSection<LimitsOptions>(RequestLimitsOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<ErrorFilter>().AddSingleton<CallOrderFilter>().AddSingleton<CallLimitFilter>().AddSingleton<SharedCallLimits>().AddSingleton<TextLimits>();
        services.AddSingleton<OpenConnections>().AddSingleton<ConnectionGuard>();
        services.AddSignalR(Configure).AddJsonProtocol(json => HubJson.Configure(json.PayloadSerializerOptions));
        services.RemoveAll<IHubProtocol>();
        services.AddSingleton<IHubProtocol>(provider =>
            new StrictJsonHubProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())));
        return services;
    }

    /// <summary>Maps the hub. Who comes without a cookie or from a foreign page was turned away before.</summary>
    public static IEndpointConventionBuilder MapConferenceHub(this IEndpointRouteBuilder routes)
    {
        var options = new HttpConnectionDispatcherOptions
        {
            ApplicationMaxBufferSize = MessageLimit,
            TransportMaxBufferSize = MessageLimit,
            TransportSendTimeout = SlowestRead,
            WebSockets = { CloseTimeout = SlowestEnd },
        };
        var guard = routes.ServiceProvider.GetRequiredService<ConnectionGuard>();
        return routes.MapConnections(Path, options, connections => connections.Use(guard.Guard).UseHub<ConferenceHub>())
            .RequireRateLimiting(RequestLimits.NewConnections);
    }

    private static void AddLiveRooms(this IServiceCollection services)
    {
        services.AddSection<RoomsOptions>("Rooms")
            .Validate(rooms => rooms.ParticipantLimit is >= 1 and <= 1000, "Rooms:ParticipantLimit is not between 1 and 1000.")
            .Validate(rooms => rooms.MediaLimit is >= 1 and <= 64, "Rooms:MediaLimit is not between 1 and 64.")
            .Validate(rooms => rooms.LobbyLimit is >= 1 and <= 10_000, "Rooms:LobbyLimit is not between 1 and 10,000.")
            .Validate(rooms => rooms.Grace >= TimeSpan.FromSeconds(1) && rooms.Grace <= TimeSpan.FromHours(1), "Rooms:Grace is not between 00:00:01 and 01:00:00.");
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RoomsOptions>>().Value.ToRules());
        services.AddSection<JoinTokenOptions>(JoinTokenOptions.Section);
        services.AddSingleton<IValidateOptions<JoinTokenOptions>, JoinTokenRules>();
        services.AddSingleton<ResumeTokens>().AddSingleton<JoinTokens>().AddSingleton<JoinPasses>();
        services.AddSingleton<ConnectionCutter>();
        services.AddSingleton<RoomBroadcaster>();
        services.AddSingleton<IRoomObserver>(provider => provider.GetRequiredService<RoomBroadcaster>());
        services.AddSingleton<IRoomObserver, CallLines>();
        services.AddSingleton<IRoomObserver, RoomEventLogger>();
        services.AddSingleton<IChatLogObserver>(provider => provider.GetRequiredService<RoomBroadcaster>());
        services.AddSingleton<IRoomDirectory, LocalRoomDirectory>();
        services.AddSingleton<RoomTurns>().AddSingleton<RoomPasswords>().AddSingleton<PasswordTries>().AddSingleton<AuditTrail>();
        services.AddSingleton<RoomLookups>();
        services.AddSingleton<EntranceService>().AddSingleton<RoomService>().AddSingleton<HostService>().AddSingleton<RoomSettingsService>();
        services.AddHostedService<RetentionSweep>();
        services.AddHostedService<CallRecovery>();
    }

    private static void Configure(HubOptions options)
    {
        options.MaximumReceiveMessageSize = MessageLimit;
        options.MaximumParallelInvocationsPerClient = CallsAtOnce;
        options.KeepAliveInterval = TimeSpan.FromSeconds(5);
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
        options.HandshakeTimeout = TimeSpan.FromSeconds(5);
        options.EnableDetailedErrors = false;
        options.AddFilter<CallLimitFilter>();
        options.AddFilter<ErrorFilter>();
        options.AddFilter<CallOrderFilter>();
    }
}
