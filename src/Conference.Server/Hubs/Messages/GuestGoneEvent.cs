namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.GuestGone"/>.</summary>
/// <param name="GuestId">Whose wait is over.</param>
public sealed record GuestGoneEvent(string GuestId);
