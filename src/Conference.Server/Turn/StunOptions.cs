using System.ComponentModel.DataAnnotations;

namespace Conference.Server.Turn;

/// <summary>
/// Section <c>Stun</c>: the server tells browsers how they are seen from outside, so that calls connect across ordinary address translation without a third party.
/// </summary>
public sealed class StunOptions
{
    /// <summary>Whether it listens and is offered to participants.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The UDP port, on all addresses of the machine; 0 for a free one.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 3478;

    /// <summary>The name or address that participants are told; default: the host of the address by which each opened the page.</summary>
    public string? Host { get; set; }

    /// <summary>Answers a second to one address: a browser asks for each of its connections every ten seconds, and a school may have one address.</summary>
    [Range(0.001, 1_000_000)]
    public double AddressRate { get; set; } = 200;

    /// <summary>Answers at once to one address.</summary>
    [Range(1, 1_000_000)]
    public double AddressBurst { get; set; } = 2000;

    /// <summary>Answers a second in all.</summary>
    [Range(0.001, 1_000_000)]
    public double Rate { get; set; } = 5000;

    /// <summary>Answers at once in all.</summary>
    [Range(1, 1_000_000)]
    public double Burst { get; set; } = 20_000;

    internal bool HasSaneHost() => Host is null || Uri.CheckHostName(Host) != UriHostNameType.Unknown;
}
