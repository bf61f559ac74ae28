namespace Conference.BareRelay;

/// <summary>A message as it is handed on.</summary>
public sealed record RelayMessage(string Id, string Name, string Text, DateTimeOffset SentAt);
