namespace Conference.Server.Hubs.Messages;

/// <summary>A signal for one other participant.</summary>
/// <param name="To">The target's participant id.</param>
/// <param name="ToInstance">The page of the target it is meant for; a signal for a page that is gone is refused.</param>
/// <param name="Signal">What to hand over.</param>
public sealed record SendSignalRequest(string To, string ToInstance, Signal Signal);
