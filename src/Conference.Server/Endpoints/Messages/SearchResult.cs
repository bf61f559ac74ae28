namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/rooms/{code}/search</c>: where the words stand.</summary>
/// <param name="Total">How many messages match.</param>
/// <param name="Sequences">Their places, newest first, at most 1,000.</param>
public sealed record SearchResult(long Total, IReadOnlyList<long> Sequences);
