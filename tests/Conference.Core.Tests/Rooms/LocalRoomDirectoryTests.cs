using Conference.Core.Rooms;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Core.Tests.Rooms;

public sealed class LocalRoomDirectoryTests : IDisposable
{
    private static readonly RoomRules Rules = new(ParticipantLimit: 500, MediaLimit: 500, TimeSpan.FromSeconds(120));
    private readonly FakeTimeProvider _time = new(RoomScene.Start);
    private readonly RecordingObserver _observer = new();
    private readonly RoomScene _scene = new();
    private readonly LocalRoomDirectory _directory;

    public LocalRoomDirectoryTests() => _directory = new LocalRoomDirectory([_observer], Rules, _time);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task RoomIsLiveFromItsFirstSeatToItsLast()
    {
        Assert.Null(await _directory.ReadAsync(RoomScene.Record.Id));

        var ada = await JoinAsync("ada");
        Assert.Single((await _directory.ReadAsync(RoomScene.Record.Id))!.Participants);
        Assert.Equal(1, _directory.Count);

        await _directory.LeaveAsync(ada);
        Assert.Null(await _directory.ReadAsync(RoomScene.Record.Id));
        Assert.Equal(0, _directory.Count);
    }

    [Fact]
    public async Task RoomThatComesBackToLifeHasAnotherEpoch()
    {
        var command = _scene.Command("ada");
        var first = await SitAsync(command);
        await _directory.LeaveAsync(command.Seat);
        var second = await SitAsync(_scene.Command("ada"));

        Assert.NotEqual(first.State.Epoch, second.State.Epoch);
    }

    [Fact]
    public async Task RefusedReservationLeavesNoRoomBehind()
    {
        using var directory = new LocalRoomDirectory([_observer], Rules with { ParticipantLimit = 0 }, _time);

        Assert.Equal(0, await directory.ReserveAsync(RoomScene.Record, _scene.Command("ada").Seat, chatOnly: false));

        Assert.Equal(0, directory.Count);
        Assert.Empty(_observer.Events);
    }

    [Fact]
    public async Task ReservedSeatKeepsTheRoomLiveUntilItIsReleased()
    {
        var ada = _scene.Command("ada");
        await _directory.ReserveAsync(RoomScene.Record, ada.Seat, chatOnly: false);
        await _directory.LeaveAsync(await JoinAsync("bob"));
        Assert.Empty((await _directory.ReadAsync(RoomScene.Record.Id))!.Participants);

        await _directory.ReleaseAsync(ada.Seat);

        Assert.Equal(0, _directory.Count);
        var refusal = await Assert.ThrowsAsync<ConferenceException>(async () => await _directory.JoinAsync(ada));
        await _directory.ReleaseAsync(ada.Seat);
        Assert.Equal(ErrorCodes.NotJoined, refusal.Code);
        Assert.Equal(0, _directory.Count);
    }

    [Fact]
    public async Task CommandsToARoomThatIsNotLiveAreRefusedAndBringNothingToLife()
    {
        var stranger = new SeatKey(RoomScene.Record.Id, "ada", "connection");

        var refusal = await Assert.ThrowsAsync<ConferenceException>(async () => await _directory.RaiseHandAsync(stranger));
        await _directory.DisconnectAsync(stranger);
        await _directory.ApplyAsync(RoomScene.Record with { Title = "Title" });

        Assert.Equal(ErrorCodes.NotJoined, refusal.Code);
        Assert.False(await _directory.OwnsAsync(stranger));
        Assert.Equal(0, _directory.Count);
    }

    [Fact]
    public async Task GraceEndsByTheClock()
    {
        await JoinAsync("ada");
        await _directory.DisconnectAsync(await JoinAsync("bob"));

        _time.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(2, (await _directory.ReadAsync(RoomScene.Record.Id))!.Participants.Count);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ada", Assert.Single((await _directory.ReadAsync(RoomScene.Record.Id))!.Participants).Id);
    }

    [Fact]
    public async Task EachVanishedParticipantHasItsOwnGrace()
    {
        var ada = await JoinAsync("ada");
        var bob = await JoinAsync("bob");
        await _directory.DisconnectAsync(ada);
        _time.Advance(TimeSpan.FromSeconds(60));
        await _directory.DisconnectAsync(bob);

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("bob", Assert.Single((await _directory.ReadAsync(RoomScene.Record.Id))!.Participants).Id);

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, _directory.Count);
        Assert.Single(_observer.Events.OfType<CallEnded>());
    }

    [Fact]
    public async Task ReturnInTimeStopsTheClock()
    {
        await _directory.DisconnectAsync(await JoinAsync("ada"));
        _time.Advance(TimeSpan.FromSeconds(100));
        await JoinAsync("ada");

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, _directory.Count);
    }

    [Fact]
    public async Task RecoveredCallEndsWhenNobodyReturns()
    {
        await _directory.RecoverAsync(new OpenCall(RoomScene.Record, RoomScene.Start.AddMinutes(-5), RoomScene.Start.AddMinutes(-1), ["person-ada"]));
        Assert.Equal(1, _directory.Count);

        _time.Advance(Rules.Grace);

        Assert.Equal(TimeSpan.FromMinutes(4), Assert.IsType<CallEnded>(Assert.Single(_observer.Events)).Length);
        Assert.Equal(0, _directory.Count);
    }

    [Fact]
    public async Task RecoveredCallGoesOnWhenSomebodyReturns()
    {
        var began = RoomScene.Start.AddMinutes(-5);
        await _directory.RecoverAsync(new OpenCall(RoomScene.Record, began, began, ["person-ada"]));

        await JoinAsync("ada");
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(began, (await _directory.ReadAsync(RoomScene.Record.Id))!.CallStartedAt);
        Assert.DoesNotContain(_observer.Events, e => e is CallStarted or CallEnded);
    }

    [Fact]
    public async Task JoinsRacingLeavesNeverLoseASeatNorKeepAGhost()
    {
        for (var round = 0; round < 200; round++)
        {
            var last = await JoinAsync("last", $"last{round}");
            var command = _scene.Command("next", $"next{round}");

            var leaving = Task.Run(async () => await _directory.LeaveAsync(last));
            var joining = Task.Run(async () => await SitAsync(command));
            await Task.WhenAll(leaving, joining).WaitAsync(TimeSpan.FromSeconds(10));

            Assert.Equal(command.Seat.ParticipantId, Assert.Single((await _directory.ReadAsync(RoomScene.Record.Id))!.Participants).Id);
            await _directory.LeaveAsync(command.Seat);
            Assert.Equal(0, _directory.Count);
        }

        Assert.False(_observer.Overlapped);
    }

    [Fact]
    public async Task SeatFoughtOverByManyConnectionsHasOneOwner()
    {
        var commands = Enumerable.Range(0, 50).Select(_ => _scene.Command("ada")).ToList();

        var outcomes = await Task.WhenAll(commands.Select(command => Task.Run(async () => await SitAsync(command))));
        await Task.WhenAll(commands.SkipLast(1).Select(command => Task.Run(async () =>
            await _directory.DisconnectAsync(command.Seat))));

        Assert.Single(outcomes, outcome => !outcome.Resumed);
        Assert.Equal(49, _observer.Events.OfType<SeatRevoked>().Select(e => e.ConnectionId).Distinct().Count());
        Assert.Single((await _directory.ReadAsync(RoomScene.Record.Id))!.Participants);
        Assert.False(_observer.Overlapped);
    }

    [Fact]
    public async Task EventsOfManyCallersComeInTheOrderOfTheirVersions()
    {
        var seats = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await JoinAsync("ada", $"seat{i}"))));
        await Task.WhenAll(seats.Select(seat => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await _directory.SetMediaAsync(seat, i % 2 == 0 ? RoomScene.Open : RoomScene.Silent);
            }
        })));

        var versions = _observer.Events.OfType<RosterEvent>().Select(e => e.Version).ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(i => (long)i), versions);
        Assert.Equal(20 + (20 * 50), versions.Count);
        Assert.False(_observer.Overlapped);
    }

    private async Task<SeatKey> JoinAsync(string name, string? participantId = null)
    {
        JoinCommand command;
        lock (_scene)
        {
            command = _scene.Command(name, participantId);
        }

        await SitAsync(command);
        return command.Seat;
    }

    private async Task<JoinOutcome> SitAsync(JoinCommand command)
    {
        Assert.Null(await _directory.ReserveAsync(RoomScene.Record, command.Seat, chatOnly: false));
        return await _directory.JoinAsync(command);
    }
}
