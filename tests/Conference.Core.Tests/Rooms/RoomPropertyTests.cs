using Conference.Core.Rooms;
using CsCheck;

namespace Conference.Core.Tests.Rooms;

/// <summary>What holds after any commands in any order.</summary>
public sealed class RoomPropertyTests
{
    private static readonly string[] Names = ["ada", "bob", "cy", "di", "ed", "flo"];

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Enum<Act>(), Gen.Int[0, Names.Length - 1], Gen.Int[0, 3], Gen.Int[0, 60], (act, who, which, seconds) => new Step(act, who, which, seconds)).Array[0, 60];

    private enum Act
    {
        Reserve,
        Release,
        Join,
        Leave,
        Disconnect,
        Expire,
        SetMedia,
        RaiseHand,
        LowerHand,
        React,
        Rename,
        StartRecording,
        StopRecording,
    }

    [Fact]
    public void EventsReplayedOnASnapshotGiveTheNextSnapshot() => Steps.Sample(steps =>
    {
        var run = new Run();
        foreach (var step in steps)
        {
            var before = run.Room.State;
            run.Take(step);
            var replayed = run.Room.TakeEvents().Aggregate(before, Replay);
            AssertSame(run.Room.State, replayed);
        }
    });

    [Fact]
    public void VersionRisesByOneWithEachRosterEvent() => Steps.Sample(steps =>
    {
        var run = new Run();
        var version = run.Room.State.Version;
        foreach (var step in steps)
        {
            run.Take(step);
            foreach (var roster in run.Room.TakeEvents().OfType<RosterEvent>())
            {
                Assert.Equal(++version, roster.Version);
            }
        }

        Assert.Equal(version, run.Room.State.Version);
    });

    [Fact]
    public void SeatsAndConnectionsAreUniqueAndLimitsHold() => Steps.Sample(steps =>
    {
        var run = new Run();
        foreach (var step in steps)
        {
            run.Take(step);
            var seats = run.Room.State.Participants;
            var connections = seats.Where(p => p.ConnectionId is not null).Select(p => p.ConnectionId).ToList();
            Assert.Equal(seats.Count, seats.Select(p => p.Id).Distinct().Count());
            Assert.Equal(connections.Count, connections.Distinct().Count());
            Assert.True(seats.Count <= RoomScene.Rules.ParticipantLimit);
            Assert.True(seats.Count(p => !p.ChatOnly) <= RoomScene.Rules.MediaLimit);
            Assert.All(seats, p => Assert.NotEqual(p.ConnectionId is null, p.AbsentSince is null));
        }
    });

    [Fact]
    public void CallsBeginWithTheFirstSeatAndEndWithTheLastOne() => Steps.Sample(steps =>
    {
        var run = new Run();
        var isRunning = false;
        foreach (var step in steps)
        {
            run.Take(step);
            foreach (var e in run.Room.TakeEvents().Where(e => e is CallStarted or CallEnded))
            {
                Assert.NotEqual(isRunning, e is CallStarted);
                isRunning = e is CallStarted;
            }

            Assert.Equal(isRunning, run.Room.State.Participants.Count > 0);
            Assert.Equal(isRunning, run.Room.State.CallStartedAt is not null);
        }
    });

    [Fact]
    public void SeatsAreHeldNoLongerThanTheGrace() => Steps.Sample(steps =>
    {
        var run = new Run();
        foreach (var step in steps)
        {
            run.Take(step);
            run.Room.Expire(run.Now);
            Assert.All(run.Room.State.Participants, p => Assert.True(p.AbsentSince is null || run.Now - p.AbsentSince < RoomScene.Rules.Grace));
            Assert.True(run.Room.NextExpiry is null || run.Room.NextExpiry > run.Now);
        }
    });

    private static RoomState Replay(RoomState state, RoomEvent roomEvent) => roomEvent switch
    {
        ParticipantJoined e => state with { Version = e.Version, Participants = [.. state.Participants, e.Participant] },
        ParticipantUpdated e => state with
        {
            Version = e.Version,
            Participants = [.. state.Participants.Select(p => p.Id == e.Participant.Id ? e.Participant : p)],
        },
        ParticipantLeft e => state with { Version = e.Version, Participants = [.. state.Participants.Where(p => p.Id != e.Participant.Id)] },
        RoomChanged e => state with { Version = e.Version, Title = e.Title },
        _ => state,
    };

    // A page does not see which connection owns a seat, so neither does the replay.
    private static void AssertSame(RoomState expected, RoomState actual)
    {
        Assert.Equal((expected.Title, expected.Version), (actual.Title, actual.Version));
        Assert.Equal(expected.Participants.Select(Shown), actual.Participants.Select(Shown));
    }

    private static Participant Shown(Participant participant) =>
        participant with { ConnectionId = participant.ConnectionId is null ? null : "", AbsentSince = null };

    private sealed record Step(Act Act, int Who, int Which, int Seconds);

    private sealed class Run
    {
        private readonly RoomScene _scene = new();
        private readonly List<JoinCommand> _reserved = [];
        private readonly List<SeatKey> _seats = [];

        public Room Room => _scene.Room;

        public DateTimeOffset Now => _scene.Now;

        public void Take(Step step)
        {
            _scene.Now += TimeSpan.FromSeconds(step.Seconds);
            try
            {
                Do(step);
            }
            catch (ConferenceException)
            {
                // A refusal is one of the things that may happen; it must have changed nothing, which the callers check.
            }
        }

        private void Do(Step step)
        {
            // Claims of any age: of connections that lost the seat, and of participants that left.
            var seat = _seats.Count == 0 ? new SeatKey(RoomScene.Record.Id, "nobody", "none") : _seats[(step.Who + step.Which) % _seats.Count];
            switch (step.Act)
            {
                case Act.Reserve:
                    Reserve(step);
                    break;
                case Act.Release when _reserved.Count > 0:
                    Room.Release(_reserved[(step.Who + step.Which) % _reserved.Count].Seat);
                    break;
                case Act.Join:
                    Join(step);
                    break;
                case Act.Leave:
                    Room.Leave(seat, Now);
                    break;
                case Act.Disconnect:
                    Room.Disconnect(seat, Now);
                    break;
                case Act.Expire:
                    Room.Expire(Now);
                    break;
                case Act.SetMedia:
                    Room.SetMedia(seat, step.Which % 2 == 0 ? RoomScene.Open : RoomScene.Silent);
                    break;
                case Act.RaiseHand:
                    Room.RaiseHand(seat, Now);
                    break;
                case Act.LowerHand:
                    Room.LowerHand(seat);
                    break;
                case Act.React:
                    Room.SendReaction(seat, Reaction.Heart);
                    break;
                case Act.Rename:
                    Room.Rename($"Title {step.Which}");
                    break;
                case Act.StartRecording:
                    Room.StartRecording(seat, Now);
                    break;
                case Act.StopRecording:
                    Room.StopRecording(seat);
                    break;
            }
        }

        private void Join(Step step)
        {
            // At once, or on a seat reserved earlier, which may have been taken or released since.
            var command = step.Which % 2 == 0 || _reserved.Count == 0 ? Reserve(step) : _reserved[step.Who % _reserved.Count];
            Room.Join(command);
            _seats.Add(command.Seat);
        }

        private JoinCommand Reserve(Step step)
        {
            var command = _scene.Command(Names[step.Who], instanceId: $"page{step.Which}");
            if (Room.Reserve(command.Seat, chatOnly: step.Which == 1) is null)
            {
                _reserved.Add(command);
            }

            return command;
        }
    }
}
