using Conference.Core.Rooms;

namespace Conference.Server.Hubs.Messages;

/// <summary>See <see cref="IConferenceClient.ParticipantLeft"/>.</summary>
/// <param name="Version">The room's new version.</param>
/// <param name="ParticipantId">Who left.</param>
/// <param name="Reason">How.</param>
public sealed record ParticipantLeftEvent(long Version, string ParticipantId, LeaveReason Reason);
