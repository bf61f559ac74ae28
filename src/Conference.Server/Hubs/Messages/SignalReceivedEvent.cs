namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.SignalReceived"/>.</summary>
/// <param name="From">The sender's participant id, taken from its connection.</param>
/// <param name="FromInstance">The sender's page.</param>
/// <param name="Signal">What was handed over.</param>
public sealed record SignalReceivedEvent(string From, string FromInstance, Signal Signal);
