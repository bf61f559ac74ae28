namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.MessagesDeleted"/>.</summary>
/// <param name="Sequences">The places whose texts are gone, at most 1,000.</param>
public sealed record MessagesDeletedEvent(IReadOnlyList<long> Sequences);
