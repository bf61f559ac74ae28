namespace Conference.Server.Hubs.Messages;

/// <summary>What is said of a call that ended.</summary>
/// <param name="DurationSeconds">How long it lasted.</param>
/// <param name="Participants">How many different persons were in it.</param>
public sealed record CallSummary(long DurationSeconds, int Participants);
