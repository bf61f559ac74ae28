using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.RoomUpdated"/>.</summary>
/// <param name="Version">The room's new version.</param>
/// <param name="Code">The room's code with hyphens.</param>
/// <param name="Title">The title, empty when untitled.</param>
/// <param name="Settings">What hosts decided.</param>
/// <param name="SpotlightId">The participant whom everybody sees large; absent for nobody.</param>
public sealed record RoomUpdatedEvent(long Version, string Code, string Title, RoomSettings Settings, string? SpotlightId = null);
