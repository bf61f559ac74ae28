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

    private static async Task<Ok<RoomInfo>> ReadAsync(RoomVisit visit, IRoomDirectory directory, RoomRules rules) =>
        TypedResults.Ok(await ToInfoAsync(visit, visit.Room.Title, directory, rules));

    private static async Task<Ok<RoomInfo>> RenameAsync(
        RoomVisit visit, RenameRoomRequest request, IRoomStore store, IRoomDirectory directory, RoomRules rules, CancellationToken cancellationToken)
    {
        var title = TextRules.CleanTitle(request.Title);
        await store.RenameAsync(visit.Room.Id, title, cancellationToken);
        await directory.RenameAsync(visit.Room.Id, title);
        return TypedResults.Ok(await ToInfoAsync(visit, title, directory, rules));
    }

    private static async Task<RoomInfo> ToInfoAsync(RoomVisit visit, string title, IRoomDirectory directory, RoomRules rules)
    {
        var live = await directory.ReadAsync(visit.Room.Id);
        return new RoomInfo(visit.Room.Code.ToString(), title, visit.IsHost, rules.ParticipantLimit, ToInfos(live));
    }

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
