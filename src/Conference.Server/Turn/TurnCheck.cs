using System.Net;
using System.Net.Sockets;
using Conference.Core.Turn;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>What was found out about one way to one TURN server.</summary>
/// <param name="Url">The way, as it is configured.</param>
/// <param name="Finding">What there is to say.</param>
/// <param name="Answer">What the server answered.</param>
internal sealed record TurnResult(string Url, TurnFinding Finding, TurnAnswer Answer)
{
    /// <summary>Whether calls can be relayed all the same.</summary>
    public bool IsUsable => Finding is TurnFinding.Ok or TurnFinding.RelayLocal or TurnFinding.VersionUnsafe or TurnFinding.ClockBehind;
}

/// <summary>Asks every configured TURN server for an address, on every way, and finds the cause when there is none.</summary>
internal sealed class TurnCheck(IOptions<TurnOptions> options, TurnProbe probe, TimeProvider time)
{
    private const string Owner = "check";

    // So far from now no clock of a running server is.
    private static readonly TimeSpan Far = TimeSpan.FromDays(3650);
    private static readonly TimeSpan Past = TimeSpan.FromMinutes(-1);

    /// <summary>CVE-2026-27624: peers inside the operator's network are reached by an IPv6 form of their address.</summary>
    private static readonly Version SafeCoturn = new(4, 9, 0);

    /// <summary>Each way in its order.</summary>
    public async Task<IReadOnlyList<TurnResult>> RunAsync(CancellationToken cancellationToken)
    {
        var checks = options.Value.Servers.SelectMany(server => server.Urls.Select(url => CheckAsync(server.Secret, url, cancellationToken)));
        return await Task.WhenAll(checks);
    }

    /// <summary>Whether the address that it gave leads somewhere: as far as the server's own, and to the outside.</summary>
    internal static TurnFinding Judge(IPAddress server, IPAddress relay) => (ScopeOf(server), ScopeOf(relay)) switch
    {
        var (own, given) when given < own => TurnFinding.RelayPrivate,
        (_, Scope.Public) => TurnFinding.Ok,
        _ => TurnFinding.RelayLocal,
    };

    /// <summary>Whether this is a coturn with a known hole. Who packages it may have closed the hole without a new number.</summary>
    internal static bool IsUnsafe(string? software)
    {
        const string name = "Coturn-";
        return software?.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true
            && Version.TryParse(software[name.Length..].Split(' ')[0], out var version)
            && version < SafeCoturn;
    }

    private async Task<TurnResult> CheckAsync(string secret, string text, CancellationToken cancellationToken)
    {
        var url = TurnUrl.Read(text)!;
        var answer = await AskAsync(url, secret, options.Value.Lifetime, cancellationToken);
        var finding = answer.Finding switch
        {
            TurnFinding.WrongSecret => await AskAsync(url, secret, Far, cancellationToken) is { Finding: TurnFinding.Ok } ? TurnFinding.ClockAhead : TurnFinding.WrongSecret,
            TurnFinding.Ok => await ExamineAsync(url, secret, answer, cancellationToken),
            var other => other,
        };
        return new TurnResult(text, finding, answer);
    }

    /// <summary>What keeps calls from being relayed comes before what does not.</summary>
    private async Task<TurnFinding> ExamineAsync(TurnUrl url, string secret, TurnAnswer answer, CancellationToken cancellationToken)
    {
        var relay = answer.Relay is null ? TurnFinding.Failed : Judge(answer.Server!, answer.Relay);
        if (relay is TurnFinding.Failed or TurnFinding.RelayPrivate)
        {
            return relay;
        }

        if (await AskAsync(url, secret, Past, cancellationToken) is { Finding: TurnFinding.Ok })
        {
            return TurnFinding.ClockBehind;
        }

        return IsUnsafe(answer.Software) ? TurnFinding.VersionUnsafe : relay;
    }

    private Task<TurnAnswer> AskAsync(TurnUrl url, string secret, TimeSpan lifetime, CancellationToken cancellationToken) =>
        probe.AskAsync(url, TurnCredential.Create(secret, Owner, time.GetUtcNow() + lifetime), cancellationToken);

    private static Scope ScopeOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain switch
        {
            _ when IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any) => Scope.Machine,
            { AddressFamily: AddressFamily.InterNetworkV6 } => plain.IsIPv6LinkLocal || plain.IsIPv6UniqueLocal ? Scope.Network : Scope.Public,
            _ => IsPrivate(plain.GetAddressBytes()) ? Scope.Network : Scope.Public,
        };
    }

    /// <summary>RFC 1918, RFC 3927, and the addresses that providers share (RFC 6598).</summary>
    private static bool IsPrivate(byte[] address) => (address[0], address[1]) switch
    {
        (10, _) or (192, 168) or (169, 254) => true,
        (172, >= 16 and <= 31) or (100, >= 64 and <= 127) => true,
        _ => false,
    };

    private enum Scope
    {
        Machine,
        Network,
        Public,
    }
}
