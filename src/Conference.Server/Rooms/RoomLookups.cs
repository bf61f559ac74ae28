using System.Net;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Endpoints;
using Conference.Server.Hubs.Filters;
using Microsoft.Extensions.Options;

namespace Conference.Server.Rooms;

/// <summary>
/// Finds rooms by their code, for whoever asks. Nobody can go through the codes: a visitor and an address may name only so many that do not exist.
/// A room that is there costs the same work as one that is not.
/// </summary>
public sealed class RoomLookups(IRoomStore store, IOptions<LimitsOptions> options, TimeProvider time)
{
    private const long NoRoom = 0;
    private readonly SharedBuckets<Guid> _visitors = new(options.Value.VisitorWrongCodeRate, options.Value.VisitorWrongCodeBurst, time);
    private readonly SharedBuckets<string> _addresses = new(options.Value.WrongCodeRate, options.Value.WrongCodeBurst, time);

    /// <summary>Finds a room, and what the visitor is there.</summary>
    /// <returns>Null when there is no such room.</returns>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.TooFast"/> when too many were not there; the code was not looked up then.</exception>
    public async Task<FoundRoom?> FindAsync(RoomCode code, Guid visitorId, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!IsOpenTo(visitorId, address))
        {
            throw new ConferenceException(ErrorCodes.TooFast, "That is too fast. Wait a moment.");
        }

        var room = await store.FindAsync(code, cancellationToken);
        var person = await store.FindPersonAsync(room?.Id ?? NoRoom, visitorId, cancellationToken);
        if (room is not null)
        {
            return new FoundRoom(room, person);
        }

        _visitors.TryTake(visitorId);
        _addresses.TryTake(RequestLimits.NameOf(address));
        return null;
    }

    /// <summary>Whether a code would be looked up.</summary>
    internal bool IsOpenTo(Guid visitorId, IPAddress? address) =>
        !_visitors.IsEmpty(visitorId) && !_addresses.IsEmpty(RequestLimits.NameOf(address));
}
