using System.Text.Json;
using Conference.Server.Hubs;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Conference.Server.Tests.Hubs;

/// <summary>The hub's own serializer, without a server around it.</summary>
internal static class HubWire
{
    public static JsonSerializerOptions Json { get; } = ReadOptions();

    private static JsonSerializerOptions ReadOptions()
    {
        using var services = new ServiceCollection().AddLogging().AddConferenceHub().BuildServiceProvider();
        return services.GetRequiredService<IOptions<JsonHubProtocolOptions>>().Value.PayloadSerializerOptions;
    }
}
