using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>What is kept of rooms and of the persons in them.</summary>
public interface IRoomStore
{
    /// <summary>Makes a room with a new random code and its creator as host.</summary>
    Task<RoomRecord> CreateAsync(string title, Guid visitorId, CancellationToken cancellationToken);

    /// <summary>Finds a room by its code.</summary>
    Task<RoomRecord?> FindAsync(RoomCode code, CancellationToken cancellationToken);

    /// <summary>Finds a room by its key, whatever its code is now.</summary>
    Task<RoomRecord?> FindAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>Changes what is not null.</summary>
    /// <returns>The room as it is now; null when it was deleted meanwhile.</returns>
    Task<RoomRecord?> ChangeAsync(long roomId, RoomChange change, CancellationToken cancellationToken);

    /// <summary>Gives the room a new random code; nothing is found by the old one, and nobody waits who came by it.</summary>
    /// <returns>The room as it is now; null when it was deleted meanwhile.</returns>
    Task<RoomRecord?> ChangeCodeAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>Makes all resume tokens of the room that were made until now void.</summary>
    Task VoidTokensAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>Deletes the room with its persons and its chat for good.</summary>
    Task DeleteAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>The visitor's person in the room; null when they never came in and never knocked.</summary>
    Task<PersonRecord?> FindPersonAsync(long roomId, Guid visitorId, CancellationToken cancellationToken);

    /// <summary>
    /// Records an admission: makes the person or updates name and last visit. Does nothing to a person who was removed: the answer says so.
    /// </summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.RoomNotFound"/> when the room was deleted meanwhile.</exception>
    Task<PersonRecord> AdmitAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken);

    /// <summary>
    /// Records that the visitor asks to come in. Who waits already keeps the place: <see cref="PersonRecord.AccessAt"/> stays. Does nothing to
    /// a person who was removed.
    /// </summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.RoomNotFound"/> when the room was deleted meanwhile.</exception>
    Task<PersonRecord> KnockAsync(long roomId, Guid visitorId, string name, CancellationToken cancellationToken);

    /// <summary>Records that a person does not wait any more; does nothing to one who does not wait.</summary>
    Task StopWaitingAsync(long roomId, PersonKey person, CancellationToken cancellationToken);

    /// <summary>
    /// Changes how a person stands with the door, from now on. Removing takes host rights too; an owner and the last host stay as they are. A
    /// removed person stays so until <see cref="PersonAccess.None"/> allows them back: an admission that was late changes nothing.
    /// </summary>
    /// <returns>The person as it is now; null when there is none (any more).</returns>
    Task<PersonRecord?> SetAccessAsync(long roomId, PersonKey person, PersonAccess access, CancellationToken cancellationToken);

    /// <summary>Gives or takes host rights.</summary>
    /// <returns>
    /// False when nobody would be left as a host, or an owner would lose the rights, or a removed person would get them: nothing was changed.
    /// </returns>
    Task<bool> SetHostAsync(long roomId, PersonKey person, bool isHost, CancellationToken cancellationToken);

    /// <summary>Finds a person by the public id.</summary>
    Task<PersonRecord?> FindPersonAsync(long roomId, string personId, CancellationToken cancellationToken);

    /// <summary>Everybody who was removed, the last one first.</summary>
    Task<IReadOnlyList<PersonRecord>> ListRemovedAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>Keeps the hash of a host link's secret. A room has one at a time: an older one is void from now on.</summary>
    /// <param name="roomId">The room's key.</param>
    /// <param name="issuer">The host whose rights it hands on.</param>
    /// <param name="secretHash">SHA-256 of the secret.</param>
    /// <param name="expiresAt">From when on it is void.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SaveHostLinkAsync(long roomId, PersonKey issuer, byte[] secretHash, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Uses a host link up: the visitor becomes a host, and an owner if an owner made it. Who made it keeps all rights.</summary>
    /// <returns>
    /// The new host; null when there is no such link, it was used, it is too old, its issuer is no host any more, or the visitor was removed.
    /// </returns>
    Task<PersonRecord?> UseHostLinkAsync(long roomId, byte[] secretHash, Guid visitorId, CancellationToken cancellationToken);

    /// <summary>
    /// Hands on what one visitor is in all rooms to another, who signed in: where both are known, the rights of both add up, and the former
    /// person stays as nobody's. A removal holds for both visitors, except for who is a host.
    /// </summary>
    Task MoveVisitorAsync(Guid former, Guid present, CancellationToken cancellationToken);

    /// <summary>Everybody who was ever admitted, hosts first, then by first visit.</summary>
    Task<IReadOnlyList<PersonRecord>> ListPersonsAsync(long roomId, CancellationToken cancellationToken);

    /// <summary>The visitor's rooms, the last active first: those they opened or were in, unless they were removed.</summary>
    Task<IReadOnlyList<VisitedRoom>> ListVisitedAsync(Guid visitorId, int limit, CancellationToken cancellationToken);

    /// <summary>The calls that have a beginning but no end in the chat: after a crash, someone must come back or the call is closed.</summary>
    Task<IReadOnlyList<OpenCall>> ListOpenCallsAsync(CancellationToken cancellationToken);
}

/// <summary>A room as the database has it.</summary>
/// <param name="Id">The row's key; never leaves the server.</param>
/// <param name="Code">What is in the link.</param>
/// <param name="Title">Empty when untitled.</param>
/// <param name="CreatedAt">When it was opened.</param>
public sealed record RoomRecord(long Id, RoomCode Code, string Title, DateTimeOffset CreatedAt)
{
    /// <summary>The longest message to the lobby, in UTF-16 code units.</summary>
    public const int LobbyMessageLimit = 200;

    /// <summary>What hosts decided.</summary>
    public RoomSettings Settings { get; init; } = new();

    /// <summary>What the password is checked against; null when there is none. Never leaves the server.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>What who waits is told; empty for nothing.</summary>
    public string LobbyMessage { get; init; } = "";

    /// <summary>After how many days messages are deleted for good; 0 for never.</summary>
    public int KeepDays { get; init; }

    /// <summary>Resume tokens made before are void: the call that they belong to was ended. Null when none was.</summary>
    public DateTimeOffset? TokensFrom { get; init; }
}

/// <summary>A change of what the database has of a room: what is null stays as it is.</summary>
/// <param name="Title">The title.</param>
/// <param name="Settings">The settings, made of those that are there when it is written.</param>
/// <param name="PasswordHash">The hash of the new password; empty for no password.</param>
/// <param name="LobbyMessage">The message to the lobby; empty for none.</param>
/// <param name="KeepDays">How long messages are kept; 0 for ever.</param>
public sealed record RoomChange(
    string? Title = null,
    Func<RoomSettings, RoomSettings>? Settings = null,
    string? PasswordHash = null,
    string? LobbyMessage = null,
    int? KeepDays = null);

/// <summary>One visitor in one room.</summary>
/// <param name="Key">Key and public id.</param>
/// <param name="VisitorId">From the visitor's cookie; never leaves the server.</param>
/// <param name="Name">The name last used; empty when the person never joined.</param>
/// <param name="IsHost">Whether this is a host.</param>
public sealed record PersonRecord(PersonKey Key, Guid VisitorId, string Name, bool IsHost)
{
    /// <summary>Opened the room, or took the owner's place by a host link: nobody can remove them or take their rights.</summary>
    public bool IsOwner { get; init; }

    /// <summary>How they stand with the door.</summary>
    public PersonAccess Access { get; init; }

    /// <summary>Since when; null when they never came to it.</summary>
    public DateTimeOffset? AccessAt { get; init; }

    /// <summary>Whether they ever had a seat: what was said in the room is theirs to read, until they are removed.</summary>
    public bool WasAdmitted { get; init; }
}

/// <summary>A room in a visitor's list.</summary>
public sealed record VisitedRoom(RoomRecord Room, PersonRecord Person, ChatEntry? LastMessage, DateTimeOffset LastActiveAt);

/// <summary>A call that has not ended.</summary>
/// <param name="Room">Where.</param>
/// <param name="StartedAt">The time of its first line.</param>
/// <param name="LastSeenAt">The last sign of it: the time of the room's newest entry or of its newest admission, whichever is later.</param>
/// <param name="PersonIds">Who was in it, as far as known: the one who started it, and everybody whose last visit is not older than it.</param>
public sealed record OpenCall(RoomRecord Room, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, IReadOnlyList<string> PersonIds);
