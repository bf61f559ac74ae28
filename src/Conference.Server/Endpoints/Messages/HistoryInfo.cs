namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/rooms/{code}/history</c>: the head of the history page. Whoever was admitted, and hosts.</summary>
/// <param name="Code">With hyphens.</param>
/// <param name="Title">Empty when untitled.</param>
/// <param name="PersonId">The reader's own id in this chat.</param>
/// <param name="MessageCount">How many texts there are.</param>
/// <param name="FirstMessageAt">When the oldest was sent; absent when there is none.</param>
/// <param name="LastMessageAt">When the newest was sent; absent when there is none.</param>
/// <param name="Participants">Everybody who was ever in the room: hosts first, then by first visit.</param>
public sealed record HistoryInfo(
    string Code,
    string Title,
    string PersonId,
    long MessageCount,
    DateTimeOffset? FirstMessageAt,
    DateTimeOffset? LastMessageAt,
    IReadOnlyList<PersonInfo> Participants);
