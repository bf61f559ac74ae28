namespace Conference.Server.Memory;

/// <summary>Tells when there is something to give back, and nobody who would notice the pause: it is asked once a second.</summary>
public sealed class QuietWatch
{
    /// <summary>So little is not worth a collection.</summary>
    public const long WorthCollecting = 16 << 20;

    /// <summary>Pings of a thousand connections and a few messages stay below it, in bytes a second.</summary>
    public const long Quiet = 1 << 20;

    private const int QuietSeconds = 3;
    private long _collectedAt;
    private long _last;
    private int _quietFor;

    /// <summary>Whether to collect now.</summary>
    /// <param name="allocated">All that the process has ever allocated, in bytes.</param>
    public bool Observe(long allocated)
    {
        _quietFor = allocated - _last <= Quiet ? _quietFor + 1 : 0;
        _last = allocated;
        if (_quietFor < QuietSeconds || allocated - _collectedAt < WorthCollecting)
        {
            return false;
        }

        _collectedAt = allocated;
        return true;
    }
}
