namespace Conference.Server.Hubs.Messages;

/// <summary>The outcome of <see cref="IConferenceServer.JoinRoom"/>.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Seat">The seat; present exactly when joined.</param>
/// <param name="ParticipantLimit">How many participants the room takes; present exactly when it is full.</param>
/// <param name="Lobby">All that one who waits may know; present exactly when waiting.</param>
public sealed record JoinRoomResult(JoinStatus Status, Seat? Seat = null, int? ParticipantLimit = null, LobbyPlace? Lobby = null);
