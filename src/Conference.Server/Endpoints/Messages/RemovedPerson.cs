namespace Conference.Server.Endpoints.Messages;

/// <summary>Somebody who was removed from a room.</summary>
/// <param name="PersonId">The id in the chat.</param>
/// <param name="Name">The name last used.</param>
/// <param name="RemovedAt">When.</param>
public sealed record RemovedPerson(string PersonId, string Name, DateTimeOffset RemovedAt);
