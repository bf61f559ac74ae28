namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.RoomUpdated"/>.</summary>
/// <param name="Version">The room's new version.</param>
/// <param name="Title">The title, empty when untitled.</param>
public sealed record RoomUpdatedEvent(long Version, string Title);
