using Conference.Server.Hubs.Messages;

namespace Conference.Server.Endpoints.Messages;

/// <summary>A line of <c>GET /api/rooms</c>: the rooms that this visitor opened or was admitted to, at most 50, the last active first.</summary>
/// <param name="Code">With hyphens.</param>
/// <param name="Title">Empty when untitled.</param>
/// <param name="IsHost">Whether the caller is a host.</param>
/// <param name="InCall">How many participants are in the call now.</param>
/// <param name="PersonId">The caller's own id in this room's chat.</param>
/// <param name="LastMessage">The newest text; absent when there is none.</param>
/// <param name="LastActiveAt">When something last happened: the newest message, else the caller's last visit.</param>
public sealed record RoomListItem(
    string Code,
    string Title,
    bool IsHost,
    int InCall,
    string PersonId,
    ChatMessage? LastMessage,
    DateTimeOffset LastActiveAt);
