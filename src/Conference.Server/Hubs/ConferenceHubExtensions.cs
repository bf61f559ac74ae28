using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Filters;
using Conference.Server.Rooms;
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

    private const int MessageLimit = 64 * 1024;

    /// <summary>Needs an <see cref="IRoomStore"/>, an <see cref="IChatLog"/> and an <see cref="IChatHistory"/>.</summary>
    public static IServiceCollection AddConferenceHub(this IServiceCollection services)
    {
        services.AddLiveRooms();
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ErrorFilter>().AddSingleton<CallLimitFilter>();
        services.AddSignalR(Configure).AddJsonProtocol(json => HubJson.Configure(json.PayloadSerializerOptions));
        services.RemoveAll<IHubProtocol>();
        services.AddSingleton<IHubProtocol>(provider =>
            new StrictJsonHubProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())));
        return services;
    }

    /// <summary>Maps the hub; visitors only.</summary>
    public static IEndpointConventionBuilder MapConferenceHub(this IEndpointRouteBuilder routes) =>
        routes.MapHub<ConferenceHub>(Path, options =>
        {
            options.ApplicationMaxBufferSize = MessageLimit;
            options.TransportMaxBufferSize = MessageLimit;
            options.AllowStatefulReconnects = false;
        }).RequireAuthorization();

    private static void AddLiveRooms(this IServiceCollection services)
    {
        services.AddOptions<RoomsOptions>().BindConfiguration(RoomsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IceOptions>().BindConfiguration(IceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RoomsOptions>>().Value.ToRules());
        services.AddSingleton<RoomBroadcaster>();
        services.AddSingleton<IRoomObserver>(provider => provider.GetRequiredService<RoomBroadcaster>());
        services.AddSingleton<IRoomObserver, CallLines>();
        services.AddSingleton<IRoomObserver, RoomEventLogger>();
        services.AddSingleton<IChatLogObserver>(provider => provider.GetRequiredService<RoomBroadcaster>());
        services.AddSingleton<IRoomDirectory, LocalRoomDirectory>();
        services.AddSingleton<ResumeTokens>();
        services.AddSingleton<RoomService>();
        services.AddHostedService<CallRecovery>();
    }

    private static void Configure(HubOptions options)
    {
        options.MaximumReceiveMessageSize = MessageLimit;
        options.MaximumParallelInvocationsPerClient = 1;
        options.KeepAliveInterval = TimeSpan.FromSeconds(5);
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
        options.HandshakeTimeout = TimeSpan.FromSeconds(5);
        options.EnableDetailedErrors = false;
        options.AddFilter<ErrorFilter>();
        options.AddFilter<CallLimitFilter>();
    }
}
