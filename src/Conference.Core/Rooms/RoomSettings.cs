namespace Conference.Core.Rooms;

/// <summary>What hosts decide for everybody in a room. Every participant knows them.</summary>
/// <param name="Lobby">Newcomers wait until a host lets them in.</param>
/// <param name="Locked">Nobody new can join, not even the lobby; hosts can, and whoever has a seat can come back to it.</param>
/// <param name="MayShareScreens">Participants who are no hosts may share screens.</param>
/// <param name="MayChat">They may write to the chat.</param>
/// <param name="MayUnmute">They may unmute themselves.</param>
/// <param name="MayReact">They may react.</param>
/// <param name="MayRename">They may change their own name.</param>
/// <param name="MayRecord">They may record the call.</param>
/// <param name="RelayOnly">Sound and pictures go through a TURN server only, and nobody learns the network address of another.</param>
/// <param name="AudioOnly">No camera is seen, whoever it belongs to. Screens are shared as ever.</param>
public sealed record RoomSettings(
    bool Lobby = false,
    bool Locked = false,
    bool MayShareScreens = true,
    bool MayChat = true,
    bool MayUnmute = true,
    bool MayReact = true,
    bool MayRename = true,
    bool MayRecord = true,
    bool RelayOnly = false,
    bool AudioOnly = false);
