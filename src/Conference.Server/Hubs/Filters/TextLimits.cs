using System.Text;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Filters;

/// <summary>How much chat may be stored for one visitor, for one room and for all of them, so that nobody fills the disk.</summary>
public sealed class TextLimits(IOptions<LimitsOptions> options, TimeProvider time)
{
    /// <summary>What the largest message counts.</summary>
    public const int MostOfAMessage = 16 * 1024;

    /// <summary>What a message takes beside its text, in indexes and columns.</summary>
    private const int Overhead = 300;
    private const int Everywhere = 0;
    private readonly SharedBuckets<Guid> _visitors = new(options.Value.VisitorTextRate, options.Value.VisitorTextBurst, time);
    private readonly SharedBuckets<long> _rooms = new(options.Value.RoomTextRate, options.Value.RoomTextBurst, time);
    private readonly SharedBuckets<int> _server = new(options.Value.TextRate, options.Value.TextBurst, time);

    /// <summary>Counts a message that is going to be stored, also one that was before.</summary>
    /// <returns>False when there would be too much; then it counts for nobody.</returns>
    public bool TryTake(Guid visitorId, long roomId, string text)
    {
        var bytes = Overhead + Encoding.UTF8.GetByteCount(text);
        if (!_visitors.TryTake(visitorId, bytes))
        {
            return false;
        }

        if (TryTakeRoom(roomId, bytes))
        {
            return true;
        }

        _visitors.GiveBack(visitorId, bytes);
        return false;
    }

    private bool TryTakeRoom(long roomId, int bytes)
    {
        if (!_rooms.TryTake(roomId, bytes))
        {
            return false;
        }

        if (_server.TryTake(Everywhere, bytes))
        {
            return true;
        }

        _rooms.GiveBack(roomId, bytes);
        return false;
    }
}
