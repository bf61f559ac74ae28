using System.Net;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Connections;
using Microsoft.Extensions.Options;

namespace Conference.Server.Web.Sockets;

/// <summary>How many sockets are open: in all, and of each address but those through which everybody comes.</summary>
internal sealed class OpenSockets(IOptions<SocketLimitsOptions> options, IOptions<ForwardedHeadersOptions> forwarded)
{
    private readonly SocketLimitsOptions _limits = options.Value;
    private readonly ForwardedHeadersOptions _proxies = forwarded.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Takes a place, which is free again when it is disposed of.</summary>
    /// <returns>Null when there are too many already.</returns>
    public IDisposable? TryOpen(IPAddress? address)
    {
        var name = IsEverybodys(address) ? null : RequestLimits.NameOf(address);
        lock (_gate)
        {
            if (_count >= _limits.Sockets || (name is not null && _addresses.GetValueOrDefault(name) >= _limits.AddressSockets))
            {
                return null;
            }

            Add(name, 1);
        }

        return new Place(this, name);
    }

    /// <summary>Without an address it is a socket of this machine's own, which only a proxy is behind.</summary>
    private bool IsEverybodys(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is null || _proxies.KnownProxies.Contains(plain) || _proxies.KnownIPNetworks.Any(network => network.Contains(plain));
    }

    private void Add(string? name, int change)
    {
        _count += change;
        if (name is not null)
        {
            _addresses.Change(name, change);
        }
    }

    private void Close(string? name)
    {
        lock (_gate)
        {
            Add(name, -1);
        }
    }

    private sealed class Place(OpenSockets open, string? name) : IDisposable
    {
        public void Dispose() => open.Close(name);
    }
}
