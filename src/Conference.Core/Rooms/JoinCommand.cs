namespace Conference.Core.Rooms;

/// <summary>Takes a reserved seat, or takes the own seat back when there is one with this participant id.</summary>
/// <param name="Seat">What was reserved.</param>
/// <param name="Person">Who, as admitted.</param>
/// <param name="InstanceId">The page.</param>
/// <param name="Media">What its devices do.</param>
/// <param name="At">Now.</param>
public sealed record JoinCommand(
    SeatKey Seat,
    PersonRecord Person,
    string InstanceId,
    ParticipantMedia Media,
    DateTimeOffset At);
