using System.Net;
using Conference.Server.Options;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>What helps two browsers to find a way to each other.</summary>
public static class TurnExtensions
{
    /// <summary>Adds STUN in the box, and what browsers are told of it and of other servers.</summary>
    public static IServiceCollection AddTurn(this IServiceCollection services)
    {
        services.AddSection<IceOptions>("Ice")
            .Validate(IceOptions.IsSane, "Ice:Servers has an entry without Urls, or with one that does not begin with stun:, stuns:, turn: or turns:.");
        services.AddSection<StunOptions>("Stun")
            .ValidateDataAnnotations()
            .Validate(stun => stun.HasSaneHost(), "Stun:Host is neither a name nor an address.");
        services.AddSection<TurnOptions>("Turn");
        services.AddSingleton<IValidateOptions<TurnOptions>, TurnRules>();
        services.AddSingleton<StunServer>().AddSingleton<IceService>();
        services.AddSingleton(new TurnProbe(Dns.GetHostAddressesAsync)).AddSingleton<TurnCheck>().AddHostedService<TurnStartCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<StunServer>());
        return services;
    }
}
