using Conference.Core.Rooms;

namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/rooms/{code}/settings</c>, and the answer to changing them. Hosts only.</summary>
/// <param name="Title">Empty when untitled.</param>
/// <param name="Settings">What every participant knows.</param>
/// <param name="HasPassword">Whether there is one; what it is cannot be read.</param>
/// <param name="KeepDays">After how many days messages are deleted for good; 0 for never.</param>
/// <param name="LobbyMessage">What who waits is told; empty for nothing.</param>
/// <param name="Removed">Who was removed, the last one first.</param>
public sealed record RoomSettingsInfo(
    string Title,
    RoomSettings Settings,
    bool HasPassword,
    int KeepDays,
    string LobbyMessage,
    IReadOnlyList<RemovedPerson> Removed);
