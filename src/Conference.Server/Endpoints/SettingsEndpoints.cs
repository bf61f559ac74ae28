using Conference.Core;
using Conference.Core.Audit;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Conference.Server.Endpoints;

/// <summary>What a room's hosts decide and read.</summary>
internal static class SettingsEndpoints
{
    private const int MostKeepDays = 3650;
    private const int AuditLimit = 200;
    private const int SecretLimit = 128;
    private const int PersonIdLimit = 32;

    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rooms/{code}/settings", ReadAsync).Requires(RoomAction.ManageRoom);
        routes.MapPatch("/rooms/{code}/settings", ChangeAsync).Requires(RoomAction.ManageRoom);
        routes.MapPost("/rooms/{code}/link", ChangeLinkAsync).Requires(RoomAction.ManageRoom);
        routes.MapDelete("/rooms/{code}/removed/{personId}", AllowBackAsync).Requires(RoomAction.ManageRoom);
        routes.MapDelete("/rooms/{code}", DeleteAsync).Requires(RoomAction.DeleteRoom);
        routes.MapGet("/rooms/{code}/audit", ReadAuditAsync).Requires(RoomAction.ReadAudit);
        routes.MapPost("/rooms/{code}/host-link", MakeHostLinkAsync).Requires(RoomAction.MakeHostLink);
        routes.MapPost("/rooms/{code}/host-link/use", UseHostLinkAsync).Requires(RoomAction.UseHostLink);
    }

    private static async Task<Ok<RoomSettingsInfo>> ReadAsync(RoomVisit visit, RoomSettingsService settings) =>
        TypedResults.Ok(await settings.ReadAsync(visit.Room));

    private static async Task<Ok<RoomSettingsInfo>> ChangeAsync(
        RoomVisit visit, ChangeSettingsRequest request, HttpContext context, RoomSettingsService settings)
    {
        var room = await settings.ChangeAsync(visit.Room, context.User.GetVisitorId(), Clean(request));
        return TypedResults.Ok(await settings.ReadAsync(room));
    }

    private static async Task<Ok<RoomLink>> ChangeLinkAsync(RoomVisit visit, HttpContext context, RoomSettingsService settings)
    {
        var room = await settings.ChangeLinkAsync(visit.Room, context.User.GetVisitorId());
        return TypedResults.Ok(new RoomLink(room.Code.ToString()));
    }

    private static async Task<NoContent> AllowBackAsync(RoomVisit visit, string personId, HttpContext context, RoomSettingsService settings)
    {
        if (personId.Length > PersonIdLimit)
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, "This is no id of a person.");
        }

        await settings.AllowBackAsync(visit.Room, context.User.GetVisitorId(), personId);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(RoomVisit visit, HttpContext context, RoomSettingsService settings)
    {
        await settings.DeleteAsync(visit.Room, context.User.GetVisitorId());
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AuditPage>> ReadAuditAsync(RoomVisit visit, IAuditLog audit, CancellationToken cancellationToken)
    {
        var lines = await audit.ReadAsync(visit.Room.Id, AuditLimit, cancellationToken);
        return TypedResults.Ok(new AuditPage([.. lines.Select(line => new AuditEntry(line.At, line.ByName, line.Action, line.Target))]));
    }

    private static async Task<Ok<HostLink>> MakeHostLinkAsync(RoomVisit visit, HttpContext context, RoomSettingsService settings) =>
        TypedResults.Ok(await settings.MakeHostLinkAsync(visit.Room, context.User.GetVisitorId()));

    private static async Task<NoContent> UseHostLinkAsync(
        RoomVisit visit, UseHostLinkRequest request, HttpContext context, RoomSettingsService settings, PasswordTries tries)
    {
        if (!tries.TryTake(context.Connection.RemoteIpAddress, visit.Room.Id))
        {
            throw new ConferenceException(ErrorCodes.TooFast, "That is too fast. Wait a moment.");
        }

        if (request.Secret.Length is 0 or > SecretLimit)
        {
            throw new ConferenceException(ErrorCodes.HostLinkInvalid, "This is no host link.");
        }

        await settings.UseHostLinkAsync(visit.Room, context.User.GetVisitorId(), request.Secret);
        return TypedResults.NoContent();
    }

    private static ChangeSettingsRequest Clean(ChangeSettingsRequest request)
    {
        if (request.KeepDays is < 0 or > MostKeepDays)
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, "Messages are kept for 1 to 3,650 days, or 0 for ever.");
        }

        return request with
        {
            Title = request.Title is null ? null : TextRules.CleanTitle(request.Title),
            Password = request.Password is { Length: > 0 } password ? TextRules.CheckPassword(password) : request.Password,
            LobbyMessage = request.LobbyMessage is null ? null : TextRules.CleanLobbyMessage(request.LobbyMessage),
        };
    }
}
