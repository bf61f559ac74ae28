using System.Net;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Filters;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Connections;

/// <summary>How many connections are open: in all, of each address and of each visitor.</summary>
internal sealed class OpenConnections(IOptions<LimitsOptions> options)
{
    private readonly LimitsOptions _limits = options.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _visitors = [];
    private int _count;

    /// <summary>Takes a place, which is free again when it is disposed of.</summary>
    /// <returns>Null when there are too many already.</returns>
    public IDisposable? TryOpen(Guid visitorId, IPAddress? address)
    {
        var name = RequestLimits.NameOf(address);
        lock (_gate)
        {
            if (_count >= _limits.Connections
                || _addresses.GetValueOrDefault(name) >= _limits.AddressConnections
                || _visitors.GetValueOrDefault(visitorId) >= _limits.VisitorConnections)
            {
                return null;
            }

            Add(name, visitorId, 1);
        }

        return new Place(this, name, visitorId);
    }

    private void Add(string address, Guid visitorId, int change)
    {
        _count += change;
        _addresses.Change(address, change);
        _visitors.Change(visitorId, change);
    }

    private void Close(string address, Guid visitorId)
    {
        lock (_gate)
        {
            Add(address, visitorId, -1);
        }
    }

    private sealed class Place(OpenConnections open, string address, Guid visitorId) : IDisposable
    {
        public void Dispose() => open.Close(address, visitorId);
    }
}
