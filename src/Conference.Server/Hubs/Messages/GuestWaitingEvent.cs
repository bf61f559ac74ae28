namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.GuestWaiting"/>.</summary>
/// <param name="Guest">Who.</param>
public sealed record GuestWaitingEvent(WaitingGuest Guest);
