using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Rooms;

internal static class RowExtensions
{
    public static RoomRecord ToRecord(this RoomRow room) =>
        RoomCode.TryParse(room.Code, out var code)
            ? new RoomRecord(room.Id, code, room.Title, room.CreatedAt)
            {
                Settings = room.Settings,
                PasswordHash = room.PasswordHash,
                LobbyMessage = room.LobbyMessage,
                KeepDays = room.KeepDays,
                TokensFrom = room.TokensFrom,
            }
            : throw new InvalidOperationException($"Room {room.Id} has a code that is none.");

    public static PersonRecord ToRecord(this PersonRow person) =>
        new(new PersonKey(person.Key, person.PublicId), person.VisitorId, person.Name, person.IsHost)
        {
            IsOwner = person.IsOwner,
            Access = person.Access,
            AccessAt = person.AccessAt,
            WasAdmitted = person.FirstAdmittedAt is not null,
        };
}
