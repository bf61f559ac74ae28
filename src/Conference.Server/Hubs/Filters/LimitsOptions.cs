using System.ComponentModel.DataAnnotations;

namespace Conference.Server.Hubs.Filters;

/// <summary>Section <c>Limits</c>: how fast one connection may call the hub. Generous for people, tight for loops.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Chat messages a second.</summary>
    [Range(0.1, 1_000_000)]
    public double ChatRate { get; set; } = 5;

    /// <summary>Chat messages at once.</summary>
    [Range(1, 1_000_000)]
    public double ChatBurst { get; set; } = 20;

    /// <summary>Signals a second.</summary>
    [Range(0.1, 1_000_000)]
    public double SignalRate { get; set; } = 100;

    /// <summary>Signals at once: joining a full room negotiates with everybody in it.</summary>
    [Range(1, 1_000_000)]
    public double SignalBurst { get; set; } = 400;

    /// <summary>Other calls a second.</summary>
    [Range(0.1, 1_000_000)]
    public double OtherRate { get; set; } = 10;

    /// <summary>Other calls at once.</summary>
    [Range(1, 1_000_000)]
    public double OtherBurst { get; set; } = 40;
}
