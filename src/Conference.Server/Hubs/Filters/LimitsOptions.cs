namespace Conference.Server.Hubs.Filters;

/// <summary>Section <c>Limits</c>: how fast one connection may call the hub. Generous for people, tight for loops.</summary>
public sealed class LimitsOptions
{
    /// <summary>Chat messages a second.</summary>
    public double ChatRate { get; set; } = 5;

    /// <summary>Chat messages at once.</summary>
    public double ChatBurst { get; set; } = 20;

    /// <summary>Signals a second.</summary>
    public double SignalRate { get; set; } = 100;

    /// <summary>Signals at once: joining a full room negotiates with everybody in it.</summary>
    public double SignalBurst { get; set; } = 400;

    /// <summary>Other calls a second.</summary>
    public double OtherRate { get; set; } = 10;

    /// <summary>Other calls at once.</summary>
    public double OtherBurst { get; set; } = 40;

    internal static bool IsSane(LimitsOptions limits) =>
        Math.Min(limits.ChatRate, Math.Min(limits.SignalRate, limits.OtherRate)) > 0
        && Math.Min(limits.ChatBurst, Math.Min(limits.SignalBurst, limits.OtherBurst)) >= 1;
}
