using System.ComponentModel.DataAnnotations;

namespace Conference.Server.Endpoints;

/// <summary>Section <c>Limits</c>: how fast one address may call <c>/api</c>. A whole office may share one.</summary>
public sealed class RequestLimitsOptions
{
    public const string Section = "Limits";

    /// <summary>New rooms a second.</summary>
    [Range(0.001, 1_000_000)]
    public double RoomRate { get; set; } = 0.5;

    /// <summary>New rooms at once.</summary>
    [Range(1, 1_000_000)]
    public int RoomBurst { get; set; } = 30;

    /// <summary>Other requests a second: guessing a code at this pace takes longer than anybody lives.</summary>
    [Range(0.001, 1_000_000)]
    public double RequestRate { get; set; } = 20;

    /// <summary>Other requests at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; set; } = 200;
}
