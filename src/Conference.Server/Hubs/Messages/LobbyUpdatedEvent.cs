namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.LobbyUpdated"/>.</summary>
/// <param name="HostPresent">Whether a host is in the room to answer.</param>
/// <param name="Message">What the hosts tell who waits; empty for nothing.</param>
public sealed record LobbyUpdatedEvent(bool HostPresent, string Message);
