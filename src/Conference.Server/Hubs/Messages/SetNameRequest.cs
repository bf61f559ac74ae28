namespace Conference.Server.Hubs.Messages;

/// <summary>The caller's new name.</summary>
/// <param name="Name">1 to 64 characters after trimming.</param>
public sealed record SetNameRequest(string Name);
