using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Log messages of the live rooms. Ids only, never names or texts.</summary>
internal static partial class RoomsLog
{
    [LoggerMessage(1101, LogLevel.Information, "Call started in room {RoomId}")]
    public static partial void CallStarted(ILogger logger, long roomId);

    [LoggerMessage(1102, LogLevel.Information, "Call ended in room {RoomId} after {Length} with {PersonCount} persons")]
    public static partial void CallEnded(ILogger logger, long roomId, TimeSpan length, int personCount);

    [LoggerMessage(1103, LogLevel.Information, "Participant {ParticipantId} joined room {RoomId}")]
    public static partial void ParticipantJoined(ILogger logger, string participantId, long roomId);

    [LoggerMessage(1104, LogLevel.Information, "Participant {ParticipantId} of room {RoomId} lost its connection")]
    public static partial void ParticipantLost(ILogger logger, string participantId, long roomId);

    [LoggerMessage(1105, LogLevel.Information, "Participant {ParticipantId} left room {RoomId}: {Reason}")]
    public static partial void ParticipantLeft(ILogger logger, string participantId, long roomId, LeaveReason reason);

    [LoggerMessage(1106, LogLevel.Information, "Seat {ParticipantId} of room {RoomId} went to another connection")]
    public static partial void SeatTaken(ILogger logger, string participantId, long roomId);

    [LoggerMessage(1107, LogLevel.Information, "Room {RoomId} has a call that the last process left open")]
    public static partial void CallRecovered(ILogger logger, long roomId);

    [LoggerMessage(1108, LogLevel.Warning, "The line {Kind} of room {RoomId} could not be stored")]
    public static partial void CallLineLost(ILogger logger, Exception? fault, long roomId, ChatEntryKind kind);
}
