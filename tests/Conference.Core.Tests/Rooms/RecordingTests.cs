using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>Who may record, and what ends a recording in the roster.</summary>
public sealed class RecordingTests
{
    private static readonly RoomRecord Kept = RoomScene.Record with { Settings = new RoomSettings(MayRecord: false) };
    private readonly RoomScene _scene = new(RoomScene.Rules with { ParticipantLimit = 10, MediaLimit = 10 });

    private Room Room => _scene.Room;

    [Fact]
    public void ARecordingCountsFromTheFirstTimeThatItIsSaid()
    {
        var bob = _scene.Join("bob");

        Start(bob);
        Room.StartRecording(bob, RoomScene.Start.AddSeconds(5));
        Assert.Equal(RoomScene.Start, _scene.Find("bob").RecordingSince);

        Room.StopRecording(bob);
        Assert.Null(_scene.Find("bob").RecordingSince);
    }

    [Fact]
    public void WhoCameForTheChatOnlyRecordsNothing() =>
        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Start(_scene.Join("bob", chatOnly: true))));

    [Fact]
    public void WhereHostsRecordNobodyElseDoes()
    {
        Room.Apply(Kept);
        var (ada, bob) = (JoinHost("ada"), _scene.Join("bob"));

        Assert.Equal(ErrorCodes.NotAllowed, RoomScene.CodeOf(() => Start(bob)));
        Start(ada);
        Assert.Equal(["ada"], WhoRecords());
        Room.StopRecording(bob);
    }

    [Fact]
    public void RecordingsOfOthersEndInTheMomentTheyAreKeptToHosts()
    {
        RecordAll();

        Room.Apply(Kept);

        var events = Room.TakeEvents();
        Assert.IsType<RoomChanged>(events[0]);
        Assert.Equal(["bob", "cy"], events.OfType<ParticipantUpdated>().Select(e => e.Participant.Id));
        Assert.Equal(["ada"], WhoRecords());
    }

    [Fact]
    public void SuspendingEndsTheRecordingsOfAllButHosts()
    {
        var ada = RecordAll();

        Room.Hosts.Suspend(ada);

        Assert.Equal(["ada"], WhoRecords());
    }

    [Fact]
    public void WhoIsNoHostAnyMoreRecordsNoMore()
    {
        Room.Apply(Kept);
        Start(JoinHost("ada"));

        Room.ApplyHost(RoomScene.Person("ada"), "bob");

        Assert.Empty(WhoRecords());
    }

    [Fact]
    public void ARecordingLastsWhileItsPageReturnsAndEndsWithThePage()
    {
        var bob = _scene.Join("bob");
        Start(bob);
        Room.Disconnect(bob, RoomScene.Start);

        _scene.Join(_scene.Command("bob"));
        Assert.Equal(["bob"], WhoRecords());

        _scene.Join(_scene.Command("bob", instanceId: "page2"));
        Assert.Empty(WhoRecords());
    }

    private SeatKey RecordAll()
    {
        var ada = JoinHost("ada");
        Start(ada);
        Start(_scene.Join("bob"));
        Start(_scene.Join("cy"));
        _scene.Join("di");
        Room.TakeEvents();
        return ada;
    }

    private IEnumerable<string> WhoRecords() => Room.State.Participants.Where(one => one.RecordingSince is not null).Select(one => one.Id);

    private void Start(SeatKey seat) => Room.StartRecording(seat, RoomScene.Start);

    private SeatKey JoinHost(string name)
    {
        var command = _scene.Command(name) with { Person = RoomScene.Person(name, isHost: true) };
        _scene.Join(command);
        return command.Seat;
    }
}
