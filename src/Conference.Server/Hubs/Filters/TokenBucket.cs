namespace Conference.Server.Hubs.Filters;

/// <summary>Lets <c>burst</c> calls through at once and <c>rate</c> a second on average. For one caller at a time.</summary>
internal struct TokenBucket(double rate, double burst, TimeProvider time)
{
    private readonly double _burst = burst;
    private double _tokens = burst;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Takes tokens.</summary>
    /// <returns>False when there are not that many; then none is taken.</returns>
    public bool TryTake(double count = 1)
    {
        Fill();
        if (_tokens < count)
        {
            return false;
        }

        _tokens -= count;
        return true;
    }

    /// <summary>Puts tokens back that were taken.</summary>
    public void GiveBack(double count = 1) => _tokens = Math.Min(_burst, _tokens + count);

    /// <summary>Whether there is no token.</summary>
    public bool IsEmpty()
    {
        Fill();
        return _tokens < 1;
    }

    /// <summary>Whether it is as good as a new one.</summary>
    public bool IsFull()
    {
        Fill();
        return _tokens >= _burst;
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(_burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * rate));
        _filledAt = now;
    }
}
