using Conference.Core;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Conference.Server.Endpoints;

/// <summary>A room's chat outside of the call: for whoever was admitted, and hosts.</summary>
internal static class HistoryEndpoints
{
    private const int SearchTextLimit = 200;
    private const int SearchLimit = 1000;

    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rooms/{code}/history", ReadAsync).Requires(RoomAction.ReadHistory);
        routes.MapGet("/rooms/{code}/messages", ReadPageAsync).Requires(RoomAction.ReadHistory);
        routes.MapGet("/rooms/{code}/messages/days", ReadDaysAsync).Requires(RoomAction.ReadHistory);
        routes.MapGet("/rooms/{code}/search", SearchAsync).Requires(RoomAction.ReadHistory);
    }

    private static async Task<Ok<HistoryInfo>> ReadAsync(
        RoomVisit visit, IChatHistory history, IRoomStore store, CancellationToken cancellationToken)
    {
        var (room, _) = visit;
        var summary = await history.SummarizeAsync(room.Id, cancellationToken);
        var persons = await store.ListPersonsAsync(room.Id, cancellationToken);
        return TypedResults.Ok(new HistoryInfo(
            room.Code.ToString(), room.Title, visit.PersonId, summary.MessageCount, summary.FirstAt, summary.LastAt,
            [.. persons.Select(person => new PersonInfo(person.Key.Id, person.Name, person.IsHost))]));
    }

    private static async Task<Ok<MessagePage>> ReadPageAsync(
        RoomVisit visit, [AsParameters] PageQuery query, IChatHistory history, CancellationToken cancellationToken)
    {
        var page = await history.ReadPageAsync(visit.Room.Id, query.ToChatPageQuery(), cancellationToken);
        return TypedResults.Ok(page.ToMessage(visit.PersonId));
    }

    private static async Task<Ok<MessageDays>> ReadDaysAsync(
        RoomVisit visit, int year, int month, string timeZone, IChatHistory history, CancellationToken cancellationToken)
    {
        var days = MonthDays.Create(year, month, timeZone);
        var hasMessages = await history.HasMessagesAsync(visit.Room.Id, days, cancellationToken);
        return TypedResults.Ok(new MessageDays([.. Enumerable.Range(1, days.Count).Where(day => hasMessages[day - 1])]));
    }

    private static async Task<Ok<SearchResult>> SearchAsync(
        RoomVisit visit, string? text, string? person, IChatHistory history, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > SearchTextLimit)
        {
            throw new ConferenceException(ErrorCodes.SearchInvalid, $"Search for 1 to {SearchTextLimit} characters.");
        }

        var found = await history.SearchAsync(visit.Room.Id, text, person, SearchLimit, cancellationToken);
        return TypedResults.Ok(new SearchResult(found.Total, found.Sequences));
    }
}
