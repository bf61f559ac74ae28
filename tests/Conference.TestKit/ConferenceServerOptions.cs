using Microsoft.Extensions.DependencyInjection;

namespace Conference.TestKit;

/// <summary>How a test wants its server.</summary>
public sealed class ConferenceServerOptions
{
    /// <summary>The server's clock; the system's by default.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Configuration by key, for example <c>Rooms:Grace</c>.</summary>
    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Logging:Level"] = "Warning",
        ["Stun:Enabled"] = "false",
        ["Limits:RoomRate"] = "1000000",
        ["Limits:RoomBurst"] = "1000000",
        ["Limits:RequestRate"] = "1000000",
        ["Limits:RequestBurst"] = "1000000",
    };

    /// <summary>The last word on services.</summary>
    public Action<IServiceCollection> ConfigureServices { get; set; } = _ => { };

    /// <summary>The data folder; a temporary one by default.</summary>
    public string? DataFolder { get; set; }
}
