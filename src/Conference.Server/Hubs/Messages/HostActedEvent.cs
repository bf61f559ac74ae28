using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.HostActed"/>.</summary>
/// <param name="By">The host's name.</param>
/// <param name="Act">What the host did.</param>
public sealed record HostActedEvent(string By, HostAct Act);
