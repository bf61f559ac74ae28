namespace Conference.Server.Hubs.Messages;

/// <summary>Names somebody in the lobby.</summary>
/// <param name="Guest">The id of the wait.</param>
public sealed record GuestRequest(string Guest);
