namespace Conference.Server.Hubs.Messages;

/// <summary>Makes a participant a host, or takes that back.</summary>
/// <param name="To">The participant id.</param>
/// <param name="Host">Whether they are to be one.</param>
public sealed record SetHostRequest(string To, bool Host);
