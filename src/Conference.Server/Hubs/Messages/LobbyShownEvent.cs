namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.LobbyShown"/>.</summary>
/// <param name="Guests">Who waits, the first one first.</param>
public sealed record LobbyShownEvent(IReadOnlyList<WaitingGuest> Guests);
