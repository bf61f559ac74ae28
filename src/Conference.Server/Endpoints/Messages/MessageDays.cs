namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/rooms/{code}/messages/days</c>: the days of one month that have messages.</summary>
/// <param name="Days">Days of the month, 1 to 31, in the asked time zone.</param>
public sealed record MessageDays(IReadOnlyList<int> Days);
