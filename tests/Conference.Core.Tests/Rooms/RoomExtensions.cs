using Conference.Core.Rooms;

namespace Conference.Core.Tests.Rooms;

/// <summary>Commands as tests need them that are not about doors, hosts and settings.</summary>
internal static class RoomExtensions
{
    /// <summary>Reserves a seat for a stranger at an open door.</summary>
    /// <returns>The limit that was hit; null when the seat is reserved.</returns>
    public static int? Reserve(this Room room, SeatKey seat, bool chatOnly) => room.Reserve(seat, chatOnly, new Entrant(null), RoomScene.Start).Limit;

    public static void SetMedia(this Room room, SeatKey seat, ParticipantMedia media) =>
        room.SetMedia(seat, media, unmute: false, startVideo: false, startScreen: false);

    public static void Rename(this Room room, string title) => room.Apply(RoomScene.Record with { Title = title });

    public static async Task<int?> ReserveAsync(this LocalRoomDirectory directory, RoomRecord room, SeatKey seat, bool chatOnly) =>
        (await directory.ReserveAsync(room, seat, chatOnly, new Entrant(null))).Limit;

    public static ValueTask SetMediaAsync(this LocalRoomDirectory directory, SeatKey seat, ParticipantMedia media) =>
        directory.SetMediaAsync(seat, media, unmute: false, startVideo: false, startScreen: false);
}
