using Microsoft.Extensions.Time.Testing;

namespace Conference.TestKit;

/// <summary>A clock that only the test moves.</summary>
public static class TestClock
{
    /// <summary>Makes one, far ahead: the HTTP client holds cookies against the real day, and drops those that have expired by then.</summary>
    public static FakeTimeProvider Create() => new(new DateTimeOffset(2126, 3, 2, 9, 0, 0, TimeSpan.Zero));
}
