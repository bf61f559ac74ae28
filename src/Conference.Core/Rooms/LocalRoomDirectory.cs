using System.Collections.Concurrent;
using System.Security.Cryptography;

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
    public async ValueTask<int?> ReserveAsync(RoomRecord room, SeatKey seat, bool chatOnly)
    {
        while (true)
        {
            var live = _rooms.GetOrAdd(room.Id, _ => Enliven(new Room(room, rules, NewEpoch())));
            var reply = await live.RunAsync(r => r.Reserve(seat, chatOnly)).ConfigureAwait(false);
            if (!reply.IsRetired)
            {
                return reply.Value;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(SeatKey seat) =>
        await TryRunAsync(seat.RoomId, room => Nothing(() => room.Release(seat))).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<JoinOutcome> JoinAsync(JoinCommand command) => AskAsync(command.Seat, room => room.Join(command));

    /// <inheritdoc/>
    public ValueTask LeaveAsync(SeatKey seat) => RunAsync(seat, room => room.Leave(seat, time.GetUtcNow()));

    /// <inheritdoc/>
    public async ValueTask DisconnectAsync(SeatKey seat) =>
        await TryRunAsync(seat.RoomId, room => Nothing(() => room.Disconnect(seat, time.GetUtcNow()))).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask SetMediaAsync(SeatKey seat, ParticipantMedia media) => RunAsync(seat, room => room.SetMedia(seat, media));

    /// <inheritdoc/>
    public ValueTask RaiseHandAsync(SeatKey seat) => RunAsync(seat, room => room.RaiseHand(seat, time.GetUtcNow()));

    /// <inheritdoc/>
    public ValueTask LowerHandAsync(SeatKey seat) => RunAsync(seat, room => room.LowerHand(seat));

    /// <inheritdoc/>
    public ValueTask SendReactionAsync(SeatKey seat, Reaction reaction) => RunAsync(seat, room => room.SendReaction(seat, reaction));

    /// <inheritdoc/>
    public ValueTask NotifyTypingAsync(SeatKey seat) => RunAsync(seat, room => room.NotifyTyping(seat));

    /// <inheritdoc/>
    public ValueTask<Participant> RequireAsync(SeatKey seat, RoomAction action) => AskAsync(seat, room => room.Require(seat, action));

    /// <inheritdoc/>
    public async ValueTask<bool> OwnsAsync(SeatKey seat) => (await TryRunAsync(seat.RoomId, room => room.Owns(seat)).ConfigureAwait(false)).Value;

    /// <inheritdoc/>
    public ValueTask<SignalRoute> RouteSignalAsync(SeatKey seat, string targetId, string targetInstanceId) =>
        AskAsync(seat, room => room.RouteSignal(seat, targetId, targetInstanceId));

    /// <inheritdoc/>
    public async ValueTask RenameAsync(long roomId, string title) =>
        await TryRunAsync(roomId, room => Nothing(() => room.Rename(title))).ConfigureAwait(false);

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

    private async ValueTask RunAsync(SeatKey seat, Action<Room> command) =>
        await AskAsync(seat, room => Nothing(() => command(room))).ConfigureAwait(false);

    private async ValueTask<T> AskAsync<T>(SeatKey seat, Func<Room, T> question)
    {
        var reply = await TryRunAsync(seat.RoomId, question).ConfigureAwait(false);
        return reply.IsRetired ? throw Room.NotJoined() : reply.Value!;
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
