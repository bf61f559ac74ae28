namespace Conference.Server.Hubs.Messages;

/// <summary>Somebody in the lobby, as hosts see them.</summary>
/// <param name="Id">Names this wait when it is answered.</param>
/// <param name="PersonId">The person's id in the chat.</param>
/// <param name="Name">The name they want to come in with.</param>
/// <param name="Since">Since when they wait.</param>
public sealed record WaitingGuest(string Id, string PersonId, string Name, DateTimeOffset Since);
