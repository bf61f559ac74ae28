namespace Conference.Server.Hubs.Filters;

/// <summary>Lets <c>burst</c> calls through at once and <c>rate</c> a second on average. For one caller at a time.</summary>
internal struct TokenBucket(double rate, double burst, TimeProvider time)
{
    private readonly double _burst = burst;
    private double _tokens = burst;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Takes a token.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(_burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * rate));
        _filledAt = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens -= 1;
        return true;
    }
}
