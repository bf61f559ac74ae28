using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>The whole live state of a room at one version.</summary>
/// <param name="Code">The room's code with hyphens.</param>
/// <param name="Title">The title, empty when untitled.</param>
/// <param name="Epoch">
/// Made at random when the room came to life. Versions count within one epoch. A page that finds another epoch than before knows that the
/// server has forgotten who was there: whoever is missing may still be on the way back.
/// </param>
/// <param name="Version">The version this state has; the next event carries the next one.</param>
/// <param name="CallStartedAt">When the running call began.</param>
/// <param name="ServerTime">The server's clock now, so that a page can show elapsed time without trusting its own.</param>
/// <param name="Participants">Everybody with a seat, in joining order, the caller included.</param>
/// <param name="Settings">What hosts decided.</param>
/// <param name="SpotlightId">The participant whom everybody sees large; absent for nobody.</param>
public sealed record RoomSnapshot(
    string Code,
    string Title,
    string Epoch,
    long Version,
    DateTimeOffset CallStartedAt,
    DateTimeOffset ServerTime,
    IReadOnlyList<ParticipantInfo> Participants,
    RoomSettings Settings,
    string? SpotlightId = null);
