using Conference.Core.Rooms;

namespace Conference.Server.Endpoints;

/// <summary>The room that a route names and what the caller is there. Only <see cref="RoomGateMiddleware"/> makes one.</summary>
/// <param name="Room">The room.</param>
/// <param name="Person">The caller in it; null when never admitted.</param>
internal sealed record RoomVisit(RoomRecord Room, PersonRecord? Person)
{
    /// <summary>The caller's public id, on routes that only persons of the room pass.</summary>
    public string PersonId => Person?.Key.Id ?? throw new InvalidOperationException("This route lets strangers in.");

    /// <summary>Whether the caller is a host.</summary>
    public bool IsHost => Person is { IsHost: true };

    /// <summary>Gives handlers what the gate found.</summary>
    public static ValueTask<RoomVisit?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<RoomVisit>());
}
