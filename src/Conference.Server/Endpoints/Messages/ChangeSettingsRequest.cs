namespace Conference.Server.Endpoints.Messages;

/// <summary><c>PATCH /api/rooms/{code}/settings</c>: changes what is present. Hosts only.</summary>
/// <param name="Title">At most 80 characters; empty for an untitled room.</param>
/// <param name="Lobby">Turned off, it lets everybody in who waits.</param>
/// <param name="Locked">Nobody new can join.</param>
/// <param name="MayShareScreens">Participants may share screens.</param>
/// <param name="MayChat">Participants may chat.</param>
/// <param name="MayUnmute">Participants may unmute themselves.</param>
/// <param name="MayReact">Participants may react.</param>
/// <param name="MayRename">Participants may change their names.</param>
/// <param name="MayRecord">Participants may record the call.</param>
/// <param name="RelayOnly">Sound and pictures go through a TURN server only.</param>
/// <param name="AudioOnly">No camera is seen.</param>
/// <param name="Password">1 to 64 characters; empty for no password.</param>
/// <param name="KeepDays">0 for ever, else 1 to 3,650.</param>
/// <param name="LobbyMessage">At most 200 characters; empty for none.</param>
public sealed record ChangeSettingsRequest(
    string? Title = null,
    bool? Lobby = null,
    bool? Locked = null,
    bool? MayShareScreens = null,
    bool? MayChat = null,
    bool? MayUnmute = null,
    bool? MayReact = null,
    bool? MayRename = null,
    bool? MayRecord = null,
    bool? RelayOnly = null,
    bool? AudioOnly = null,
    string? Password = null,
    int? KeepDays = null,
    string? LobbyMessage = null);
