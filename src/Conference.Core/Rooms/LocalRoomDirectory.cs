using System.Collections.Concurrent;
using System.Security.Cryptography;
using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>Keeps the live rooms of this process, each with its mailbox. What leaves memory is nothing but an empty room.</summary>
public sealed class LocalRoomDirectory(IEnumerable<IRoomObserver> observers, RoomRules rules, TimeProvider time) : IRoomDirectory, IDisposable
{
    private readonly IReadOnlyList<IRoomObserver> _observers = [.. observers];

    // Only finds rooms. What is inside one is touched by its mailbox alone.
    private readonly ConcurrentDictionary<long, LiveRoom> _rooms = new();

    /// <summary>How many rooms are live.</summary>
    public int Count => _rooms.Count;

    /// <inheritdoc/>
    public ValueTask<EntryAnswer> ReserveAsync(RoomRecord room, SeatKey seat, bool chatOnly, Entrant entrant) =>
        EnlivenAsync(room, r => r.Reserve(seat, chatOnly, entrant, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(SeatKey seat) => TellAsync(seat.RoomId, room => room.Release(seat));

    /// <inheritdoc/>
    public ValueTask<JoinOutcome> JoinAsync(JoinCommand command) => AskAsync(command.Seat, room => room.Join(command));

    /// <inheritdoc/>
    public ValueTask LeaveAsync(SeatKey seat) => RunAsync(seat, room => room.Leave(seat, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask DisconnectAsync(SeatKey seat) => TellAsync(seat.RoomId, room => room.Disconnect(seat, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask SetMediaAsync(SeatKey seat, ParticipantMedia media, bool unmute, bool startVideo, bool startScreen) =>
        RunAsync(seat, room => room.SetMedia(seat, media, unmute, startVideo, startScreen));

    /// <inheritdoc/>
    public ValueTask SetNameAsync(SeatKey seat, string name) => RunAsync(seat, room => room.SetName(seat, name));

    /// <inheritdoc/>
    public ValueTask RaiseHandAsync(SeatKey seat) => RunAsync(seat, room => room.RaiseHand(seat, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask LowerHandAsync(SeatKey seat) => RunAsync(seat, room => room.LowerHand(seat));

    /// <inheritdoc/>
    public ValueTask StartRecordingAsync(SeatKey seat) => RunAsync(seat, room => room.StartRecording(seat, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask StopRecordingAsync(SeatKey seat) => RunAsync(seat, room => room.StopRecording(seat));

    /// <inheritdoc/>
    public ValueTask SendReactionAsync(SeatKey seat, Reaction reaction) => RunAsync(seat, room => room.SendReaction(seat, reaction));

    /// <inheritdoc/>
    public ValueTask NotifyTypingAsync(SeatKey seat) => RunAsync(seat, room => room.NotifyTyping(seat));

    /// <inheritdoc/>
    public ValueTask<Participant> RequireAsync(SeatKey seat, RoomAction action) => AskAsync(seat, room => room.Require(seat, action));

    /// <inheritdoc/>
    public ValueTask<HostDeed> RequireTargetAsync(SeatKey seat, RoomAction action, string targetId) =>
        AskAsync(seat, room => room.RequireTarget(seat, action, targetId));

    /// <inheritdoc/>
    public ValueTask<T> BeginAsync<T>(SeatKey seat, RoomAction action, Func<Participant, T> work) =>
        AskAsync(seat, room => work(room.Require(seat, action)));

    /// <inheritdoc/>
    public ValueTask<bool?> WaitAsync(RoomRecord room, LobbyGuest guest) =>
        EnlivenAsync(room, r => r.Lobby.Wait(guest) ? r.Lobby.HasHost : (bool?)null);

    /// <inheritdoc/>
    public async ValueTask<LobbyGuest?> StopWaitingAsync(LobbyKey key) =>
        (await TryRunAsync(key.RoomId, room => room.Lobby.StopWaiting(key)).ConfigureAwait(false)).Value;

    /// <inheritdoc/>
    public ValueTask<LobbyGuest> RequireGuestAsync(SeatKey host, string guestId) => AskAsync(host, room => room.Lobby.Require(host, guestId));

    /// <inheritdoc/>
    public ValueTask<HostDeed> CommandAsync(SeatKey host, Func<HostCommands, HostDeed> command) => AskAsync(host, room => command(room.Hosts));

    /// <inheritdoc/>
    public ValueTask ApplyHostAsync(long roomId, PersonRecord person, string? byName) => TellAsync(roomId, room => room.ApplyHost(person, byName));

    /// <inheritdoc/>
    public ValueTask<(HostDeed Deed, DateTimeOffset CallStartedAt)> RemoveAsync(SeatKey host, string targetId) =>
        AskAsync(host, room => room.Remove(host, targetId, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask AllowBackAsync(long roomId, PersonKey person) => TellAsync(roomId, room => room.AllowBack(person));

    /// <inheritdoc/>
    public ValueTask EndAsync(long roomId, bool isRoomDeleted) => TellAsync(roomId, room => room.End(time.GetUtcNow(), isRoomDeleted));

    /// <inheritdoc/>
    public async ValueTask<bool> OwnsAsync(SeatKey seat) => (await TryRunAsync(seat.RoomId, room => room.Owns(seat)).ConfigureAwait(false)).Value;

    /// <inheritdoc/>
    public ValueTask<SignalRoute> RouteSignalAsync(SeatKey seat, string targetId, string targetInstanceId) =>
        AskAsync(seat, room => room.RouteSignal(seat, targetId, targetInstanceId));

    /// <inheritdoc/>
    public ValueTask ApplyAsync(RoomRecord room) => TellAsync(room.Id, live => live.Apply(room));

    /// <inheritdoc/>
    public async ValueTask<RoomState?> ReadAsync(long roomId) => (await TryRunAsync(roomId, room => room.State).ConfigureAwait(false)).Value;

    /// <inheritdoc/>
    public async ValueTask RecoverAsync(OpenCall openCall)
    {
        var now = time.GetUtcNow();
        var live = _rooms.GetOrAdd(openCall.Room.Id, _ => Enliven(new Room(openCall, rules, NewEpoch(), now)));
        await live.RunAsync(_ => true).ConfigureAwait(false);
    }

    /// <summary>Stops the timers; the rooms are left as they are.</summary>
    public void Dispose()
    {
        foreach (var live in _rooms.Values)
        {
            live.Dispose();
        }
    }

    private static string NewEpoch() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private LiveRoom Enliven(Room room) => new(room, time, _observers, retired => _rooms.TryRemove(KeyValuePair.Create(retired.Id, retired)));

    private static bool Nothing(Action work)
    {
        work();
        return true;
    }

    /// <summary>Runs the command in the room, which is brought to life if it is not.</summary>
    private async ValueTask<T> EnlivenAsync<T>(RoomRecord room, Func<Room, T> command)
    {
        while (true)
        {
            var live = _rooms.GetOrAdd(room.Id, _ => Enliven(new Room(room, rules, NewEpoch())));
            var reply = await live.RunAsync(command).ConfigureAwait(false);
            if (!reply.IsRetired)
            {
                return reply.Value!;
            }
        }
    }

    private async ValueTask TellAsync(long roomId, Action<Room> command) =>
        await TryRunAsync(roomId, room => Nothing(() => command(room))).ConfigureAwait(false);

    private async ValueTask RunAsync(SeatKey seat, Action<Room> command) =>
        await AskAsync(seat, room => Nothing(() => command(room))).ConfigureAwait(false);

    private async ValueTask<T> AskAsync<T>(SeatKey seat, Func<Room, T> question)
    {
        var reply = await TryRunAsync(seat.RoomId, question).ConfigureAwait(false);
        return reply.IsRetired ? throw Roster.NotJoined() : reply.Value!;
    }

    /// <summary>Runs the command if the room is live; a room that was retired while the command waited may have come to life again.</summary>
    private async ValueTask<Reply<T>> TryRunAsync<T>(long roomId, Func<Room, T> command)
    {
        while (_rooms.TryGetValue(roomId, out var live))
        {
            var reply = await live.RunAsync(command).ConfigureAwait(false);
            if (!reply.IsRetired)
            {
                return reply;
            }
        }

        return Reply<T>.Retired;
    }
}
