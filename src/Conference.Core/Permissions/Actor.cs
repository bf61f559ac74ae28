using Conference.Core.Rooms;

namespace Conference.Core;

/// <summary>Somebody who wants something, as the server knows them: from the cookie, the database and the seat, never from a message.</summary>
public readonly record struct Actor
{
    private Actor(Standing standing, long? roomId = null, bool isHost = false) => (Standing, RoomId, IsHost) = (standing, roomId, isHost);

    /// <summary>Without a visitor's cookie.</summary>
    public static Actor Anonymous => new(Standing.Anonymous);

    /// <summary>With a visitor's cookie, and nothing else.</summary>
    public static Actor Visitor => new(Standing.Visitor);

    /// <summary>How close to <see cref="RoomId"/>.</summary>
    public Standing Standing { get; }

    /// <summary>The room in which the standing counts; in any other one this is a visitor.</summary>
    public long? RoomId { get; }

    /// <summary>Whether this is a host of that room.</summary>
    public bool IsHost { get; }

    /// <summary>Whether the seat is without media.</summary>
    public bool IsChatOnly { get; private init; }

    /// <summary>Whether a host let this one unmute.</summary>
    public bool IsUnmuteAllowed { get; private init; }

    /// <summary>Whether only signed-in people open rooms here, and this is a guest.</summary>
    public bool NeedsSignIn { get; init; }

    /// <summary>A visitor with what the database knows of them in a room; null when nothing.</summary>
    public static Actor Of(PersonRecord? person, long roomId) => person switch
    {
        null => Visitor,
        { Access: PersonAccess.Removed } => new Actor(Standing.Removed, roomId),
        { IsHost: true } => new Actor(Standing.Admitted, roomId, isHost: true),
        { WasAdmitted: true } or { Access: PersonAccess.Admitted } => new Actor(Standing.Admitted, roomId),
        { Access: PersonAccess.Waiting } => new Actor(Standing.Waiting, roomId),
        _ => new Actor(Standing.Visitor, roomId),
    };

    /// <summary>A participant in the room where the seat is.</summary>
    public static Actor Seated(Participant participant, long roomId) => new(Standing.Participant, roomId, participant.IsHost)
    {
        IsChatOnly = participant.ChatOnly,
        IsUnmuteAllowed = participant.UnmuteAllowed,
    };
}
