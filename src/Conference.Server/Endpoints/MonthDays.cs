using Conference.Core;
using Conference.Core.Chat;

namespace Conference.Server.Endpoints;

/// <summary>The days of a month where the reader is, as instants.</summary>
internal static class MonthDays
{
    private const int LongestZone = 64;

    /// <exception cref="ConferenceException">There is no such month or time zone.</exception>
    public static IReadOnlyList<TimeInterval> Create(int year, int month, string timeZone)
    {
        if (year is < 1970 or > 9998 || month is < 1 or > 12)
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, "There is no such month.");
        }

        if (timeZone.Length > LongestZone || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, "There is no such time zone. Give a name such as Europe/Berlin.");
        }

        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var midnights = Enumerable.Range(0, DateTime.DaysInMonth(year, month) + 1).Select(day => Midnight(first.AddDays(day), zone)).ToList();
        return [.. midnights.Zip(midnights.Skip(1), (start, end) => new TimeInterval(start, end))];
    }

    // Where clocks are put forward at midnight the day begins at the same instant, an hour later by the clock.
    private static DateTimeOffset Midnight(DateTime day, TimeZoneInfo zone) => new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
}
