using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.SeatEnded"/>.</summary>
/// <param name="Reason">How.</param>
public sealed record SeatEndedEvent(SeatEnd Reason);
