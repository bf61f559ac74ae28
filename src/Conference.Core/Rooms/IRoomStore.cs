using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>What is kept of rooms and of the persons in them.</summary>
public interface IRoomStore
{
    /// <summary>Makes a room with a new random code and its creator as host.</summary>
    Task<RoomRecord> CreateAsync(string title, Guid visitorId, CancellationToken cancellationToken);

    /// <summary>Finds a room by its code.</summary>
    Task<RoomRecord?> FindAsync(RoomCode code, CancellationToken cancellationToken);

    /// <summary>Changes the title.</summary>
    Task RenameAsync(long roomId, string title, CancellationToken cancellationToken);

    /// <summary>The visitor's person in the room; null when never admitted.</summary>
    Task<PersonRecord?> FindPersonAsync(long roomId, Guid visitorId, CancellationToken cancellationToken);

    /// <summary>Records an admission: makes the person or updates name and last visit.</summary>
    Task<PersonRecord> AdmitAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken);

    /// <summary>Everybody who was ever admitted, hosts first, then by first visit.</summary>
    Task<IReadOnlyList<PersonRecord>> ListPersonsAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>The visitor's rooms, the last active first.</summary>
    Task<IReadOnlyList<VisitedRoom>> ListVisitedAsync(Guid visitorId, int limit, CancellationToken cancellationToken);

    /// <summary>The calls that have a beginning but no end in the chat: after a crash, someone must come back or the call is closed.</summary>
    Task<IReadOnlyList<OpenCall>> ListOpenCallsAsync(CancellationToken cancellationToken);
}

/// <summary>A room as the database has it.</summary>
/// <param name="Id">The row's key; never leaves the server.</param>
/// <param name="Code">What is in the link.</param>
/// <param name="Title">Empty when untitled.</param>
/// <param name="CreatedAt">When it was opened.</param>
public sealed record RoomRecord(long Id, RoomCode Code, string Title, DateTimeOffset CreatedAt);

/// <summary>One visitor in one room.</summary>
/// <param name="Key">Key and public id.</param>
/// <param name="VisitorId">From the visitor's cookie; never leaves the server.</param>
/// <param name="Name">The name last used; empty when the person never joined.</param>
/// <param name="IsHost">Whether this is a host.</param>
public sealed record PersonRecord(PersonKey Key, Guid VisitorId, string Name, bool IsHost);

/// <summary>A room in a visitor's list.</summary>
public sealed record VisitedRoom(RoomRecord Room, PersonRecord Person, ChatEntry? LastMessage, DateTimeOffset LastActiveAt);

/// <summary>A call that has not ended.</summary>
/// <param name="Room">Where.</param>
/// <param name="StartedAt">The time of its first line.</param>
/// <param name="LastSeenAt">The last sign of it: the time of the room's newest entry or of its newest admission, whichever is later.</param>
/// <param name="PersonIds">Who was in it, as far as known: the one who started it, and everybody whose last visit is not older than it.</param>
public sealed record OpenCall(RoomRecord Room, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, IReadOnlyList<string> PersonIds);
