namespace Conference.Core.Rooms;

/// <summary>Takes a seat, or takes the own seat back when there is one with this participant id.</summary>
/// <param name="ParticipantId">From the resume token, else new and random.</param>
/// <param name="ConnectionId">The connection that will own the seat.</param>
/// <param name="Person">Who, as admitted.</param>
/// <param name="InstanceId">The page.</param>
/// <param name="Media">What its devices do.</param>
/// <param name="ChatOnly">Whether it comes without media.</param>
/// <param name="At">Now.</param>
public sealed record JoinCommand(
    string ParticipantId,
    string ConnectionId,
    PersonRecord Person,
    string InstanceId,
    ParticipantMedia Media,
    bool ChatOnly,
    DateTimeOffset At);
