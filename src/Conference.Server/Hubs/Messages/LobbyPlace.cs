namespace Conference.Server.Hubs.Messages;

/// <summary>A place in the lobby, and all that who waits there may know.</summary>
/// <param name="Title">The room's title, empty when untitled.</param>
/// <param name="Message">What the hosts tell who waits; empty for nothing.</param>
/// <param name="HostPresent">Whether a host is in the room to answer.</param>
/// <param name="Since">Since when the caller waits.</param>
/// <param name="ServerTime">The server's clock now.</param>
public sealed record LobbyPlace(string Title, string Message, bool HostPresent, DateTimeOffset Since, DateTimeOffset ServerTime);
