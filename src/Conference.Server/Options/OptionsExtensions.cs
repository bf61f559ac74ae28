using System.Net;
using Microsoft.Extensions.Options;

namespace Conference.Server.Options;

/// <summary>The configuration's sections, checked before the server starts.</summary>
public static class OptionsExtensions
{
    /// <summary>Binds and checks every section that is not a feature's own.</summary>
    public static WebApplicationBuilder AddOptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSection<DataOptions>("Data")
            .Validate(data => !string.IsNullOrWhiteSpace(data.Folder), "Data:Folder is empty; leave it out for the default.");
        services.AddSection<ServerOptions>("Server")
            .Validate(server => server.PublicUrl is null || WebOrigin.Read(server.PublicUrl) is not null, "Server:PublicUrl is not of the form https://host or https://host:port.");
        services.AddSection<SecurityOptions>("Security")
            .Validate(security => security.AllowedOrigins.All(origin => WebOrigin.Read(origin) is not null), "Security:AllowedOrigins has an entry that is not of the form https://host or https://host:port.")
            .Validate(security => security.EmbeddingOrigins.All(WebOrigin.IsSecure), "Security:EmbeddingOrigins has an entry that is not of the form https://host or https://host:port; frames work over https only.");
        services.AddSection<ProxyOptions>("Proxies")
            .Validate(proxies => proxies.Known.All(IsAddressOrNetwork), "Proxies:Known has an entry that is neither an address nor a network such as 10.0.0.0/8.");
        services.AddSection<LoggingOptions>("Logging");
        return builder;
    }

    /// <summary>Binds a section and has it checked at start.</summary>
    public static OptionsBuilder<TOptions> AddSection<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();

    private static bool IsAddressOrNetwork(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);
}
