namespace Conference.Core.Rooms;

/// <summary>The whole live state of a room at one version.</summary>
/// <param name="Code">What is in the link.</param>
/// <param name="Title">Empty when untitled.</param>
/// <param name="Epoch">Random, made when the room came to life; versions count within it.</param>
/// <param name="Version">The next roster event carries the next one.</param>
/// <param name="CallStartedAt">When the running call began; null when nobody is there.</param>
/// <param name="Participants">In joining order.</param>
public sealed record RoomState(
    RoomCode Code, string Title, string Epoch, long Version, DateTimeOffset? CallStartedAt, IReadOnlyList<Participant> Participants)
{
    /// <summary>What hosts decided.</summary>
    public RoomSettings Settings { get; init; } = new();

    /// <summary>The participant whom everybody sees large; null for nobody.</summary>
    public string? SpotlightId { get; init; }

    /// <summary>Who waits in the lobby, the first one first. For hosts only.</summary>
    public IReadOnlyList<LobbyGuest> Lobby { get; init; } = [];
}
