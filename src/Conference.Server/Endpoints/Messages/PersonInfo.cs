namespace Conference.Server.Endpoints.Messages;

/// <summary>A person of a room, in the call or in its history.</summary>
/// <param name="PersonId">The id in the chat.</param>
/// <param name="Name">The name last used.</param>
/// <param name="IsHost">Whether this is a host.</param>
public sealed record PersonInfo(string PersonId, string Name, bool IsHost);
