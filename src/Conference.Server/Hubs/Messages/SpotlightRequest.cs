namespace Conference.Server.Hubs.Messages;

/// <summary>Shows one participant large to everybody.</summary>
/// <param name="To">The participant id; absent to end the spotlight.</param>
public sealed record SpotlightRequest(string? To = null);
