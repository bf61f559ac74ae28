namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/rooms/{code}</c>, and the answer to creating and renaming: what one sees before joining.</summary>
/// <param name="Code">With hyphens.</param>
/// <param name="Title">Empty when untitled.</param>
/// <param name="IsHost">Whether the caller is a host.</param>
/// <param name="ParticipantLimit">How many seats the room has.</param>
/// <param name="Participants">Who is in the room now, in joining order; nobody where the caller does not get in without a host, a password or at all.</param>
/// <param name="Entry">What the caller would meet at the door.</param>
/// <param name="NeedsPassword">Whether the caller needs the room's password.</param>
/// <param name="AudioOnly">No camera is seen in there, so that none need be asked for.</param>
public sealed record RoomInfo(
    string Code,
    string Title,
    bool IsHost,
    int ParticipantLimit,
    IReadOnlyList<PersonInfo> Participants,
    RoomEntry Entry = RoomEntry.Open,
    bool NeedsPassword = false,
    bool AudioOnly = false);
