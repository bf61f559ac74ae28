using Conference.Core.Rooms;

namespace Conference.Core;

/// <summary>Somebody who wants something, as the server knows them: from the cookie, the database and the seat, never from a message.</summary>
public readonly record struct Actor
{
    private Actor(Standing standing, long? roomId = null, bool isHost = false, bool isChatOnly = false) =>
        (Standing, RoomId, IsHost, IsChatOnly) = (standing, roomId, isHost, isChatOnly);

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
    public bool IsChatOnly { get; }

    /// <summary>A visitor with what the database knows of them in a room; null when nothing.</summary>
    public static Actor Of(PersonRecord? person, long roomId) => person switch
    {
        null => Visitor,
        { Name: "", IsHost: false } => Visitor,
        _ => new Actor(Standing.Admitted, roomId, person.IsHost),
    };

    /// <summary>A participant in the room where the seat is.</summary>
    public static Actor Seated(Participant participant, long roomId) =>
        new(Standing.Participant, roomId, participant.IsHost, participant.ChatOnly);
}
