using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>A room and its people in a few words.</summary>
internal sealed class RoomScene
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly RoomRules Rules = new(ParticipantLimit: 4, MediaLimit: 2, TimeSpan.FromSeconds(120));
    public static readonly ParticipantMedia Silent = new(MicrophoneState.Muted, CameraState.Off);
    public static readonly ParticipantMedia Open = new(MicrophoneState.On, CameraState.On);

    public static readonly RoomRecord Record = new(7, Code("kmrvxtdhpe"), "Weekly", Start);

    private int _connections;

    public RoomScene(RoomRules? rules = null) => Room = new Room(Record, rules ?? Rules, "epoch");

    public Room Room { get; }

    public DateTimeOffset Now { get; set; } = Start;

    public static RoomCode Code(string letters) => RoomCode.TryParse(letters, out var code) ? code : throw new FormatException(letters);

    public static PersonRecord Person(string name, bool isHost = false) =>
        new(new PersonKey(name.GetHashCode(StringComparison.Ordinal), $"person-{name}"), Guid.NewGuid(), name, isHost);

    /// <summary>Somebody sits down; the participant id is the name unless told otherwise.</summary>
    public SeatKey Join(string name, string? participantId = null, bool chatOnly = false, string instanceId = "page1")
    {
        var command = Command(name, participantId, instanceId);
        Join(command, chatOnly);
        return command.Seat;
    }

    public JoinOutcome Join(JoinCommand command, bool chatOnly = false)
    {
        Assert.Null(Room.Reserve(command.Seat, chatOnly));
        return Room.Join(command);
    }

    /// <summary>What somebody needs for sitting down: a key to reserve with, and the command that takes the seat.</summary>
    public JoinCommand Command(string name, string? participantId = null, string instanceId = "page1") =>
        new(new SeatKey(Record.Id, participantId ?? name, $"connection-{++_connections}"), Person(name), instanceId, Silent, Now);

    public Participant Find(string participantId) => Room.State.Participants.Single(p => p.Id == participantId);

    public static string CodeOf(Action refused) => Assert.Throws<ConferenceException>(refused).Code;
}
