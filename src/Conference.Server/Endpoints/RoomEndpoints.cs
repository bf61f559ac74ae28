using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Conference.Server.Endpoints;

/// <summary>Rooms before and after a call.</summary>
internal static class RoomEndpoints
{
    private const int ListLimit = 50;

    public static void MapRooms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/rooms", CreateAsync).Requires(RoomAction.CreateRoom).RequireRateLimiting(RequestLimits.NewRooms);
        routes.MapGet("/rooms", ListAsync).Requires(RoomAction.SeeRoom);
        routes.MapGet("/rooms/{code}", ReadAsync).Requires(RoomAction.SeeRoom);
        routes.MapPatch("/rooms/{code}", RenameAsync).Requires(RoomAction.RenameRoom);
    }

    private static async Task<Created<RoomInfo>> CreateAsync(
        CreateRoomRequest request, HttpContext context, IRoomStore store, RoomRules rules)
    {
        var title = TextRules.CleanTitle(request.Title);
        var room = await store.CreateAsync(title, context.User.GetVisitorId(), context.RequestAborted);
        var code = room.Code.ToString();
        return TypedResults.Created($"/api/rooms/{code}", new RoomInfo(code, title, IsHost: true, rules.ParticipantLimit, []));
    }

    private static async Task<Ok<RoomListItem[]>> ListAsync(HttpContext context, IRoomStore store, IRoomDirectory directory)
    {
        var rooms = await store.ListVisitedAsync(context.User.GetVisitorId(), ListLimit, context.RequestAborted);
        var items = new RoomListItem[rooms.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = await ToListItemAsync(rooms[i], directory);
        }

        return TypedResults.Ok(items);
    }

    private static async Task<Ok<RoomInfo>> ReadAsync(RoomVisit visit, IRoomDirectory directory, RoomRules rules, TimeProvider time) =>
        TypedResults.Ok(ToInfo(visit, visit.Room, await directory.ReadAsync(visit.Room.Id), rules, time.GetUtcNow()));

    private static async Task<Ok<RoomInfo>> RenameAsync(
        RoomVisit visit, RenameRoomRequest request, HttpContext context, RoomSettingsService settings, IRoomDirectory directory, RoomRules rules, TimeProvider time)
    {
        var change = new ChangeSettingsRequest(Title: TextRules.CleanTitle(request.Title));
        var room = await settings.ChangeAsync(visit.Room, context.User.GetVisitorId(), change);
        return TypedResults.Ok(ToInfo(visit, room, await directory.ReadAsync(room.Id), rules, time.GetUtcNow()));
    }

    /// <summary>Who is in the room is told to those only who would get in by themselves.</summary>
    private static RoomInfo ToInfo(RoomVisit visit, RoomRecord room, RoomState? live, RoomRules rules, DateTimeOffset now)
    {
        var entrant = new Entrant(visit.Person);
        var door = Doorkeeper.Ask(entrant, live?.Settings ?? room.Settings, live?.CallStartedAt, now);
        var needsPassword = room.PasswordHash is not null && Doorkeeper.NeedsPassword(entrant, live?.CallStartedAt);
        return new RoomInfo(
            room.Code.ToString(), room.Title, visit.IsHost, rules.ParticipantLimit,
            door == Door.Open && !needsPassword ? ToInfos(live) : [], ToEntry(door), needsPassword, room.Settings.AudioOnly);
    }

    private static RoomEntry ToEntry(Door door) => door switch
    {
        Door.Open => RoomEntry.Open,
        Door.Lobby => RoomEntry.Lobby,
        Door.Locked => RoomEntry.Locked,
        Door.Denied => RoomEntry.Denied,
        Door.Removed => RoomEntry.Removed,
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "Every door has a name on the wire."),
    };

    private static async Task<RoomListItem> ToListItemAsync(VisitedRoom visited, IRoomDirectory directory)
    {
        var (room, person, lastMessage, lastActiveAt) = visited;
        var live = await directory.ReadAsync(room.Id);
        return new RoomListItem(
            room.Code.ToString(), room.Title, person.IsHost, live?.Participants.Count ?? 0, person.Key.Id, lastMessage?.ToMessage(), lastActiveAt);
    }

    private static PersonInfo[] ToInfos(RoomState? live) =>
        [.. live?.Participants.Select(participant => new PersonInfo(participant.Person.Id, participant.Name, participant.IsHost)) ?? []];
}
