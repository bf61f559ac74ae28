namespace Conference.Core;

/// <summary>How exact times are kept.</summary>
public static class TimeExtensions
{
    /// <summary>The time as the database keeps it, so that what is told at once equals what is read later.</summary>
    public static DateTimeOffset ToWholeMilliseconds(this DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
