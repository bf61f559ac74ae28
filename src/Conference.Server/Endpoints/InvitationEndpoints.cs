using Conference.Core;
using Conference.Server.Options;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Conference.Server.Endpoints;

/// <summary>A room's link in other forms.</summary>
internal static class InvitationEndpoints
{
    private static readonly TimeSpan EventLength = TimeSpan.FromHours(1);

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rooms/{code}/qr.svg", DrawQrCode).Requires(RoomAction.SeeRoom);
        routes.MapGet("/rooms/{code}/invite.ics", WriteEvent).Requires(RoomAction.SeeRoom);
    }

    /// <summary>Without a margin: whoever shows it gives it one.</summary>
    private static ContentHttpResult DrawQrCode(RoomVisit visit, HttpRequest request, IOptions<ServerOptions> options)
    {
        using var data = QRCodeGenerator.GenerateQrCode(Link(visit, request, options.Value), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: false, SvgQRCode.SizingMode.ViewBoxAttribute);
        return TypedResults.Text(svg, "image/svg+xml");
    }

    /// <summary>An event at the next full hour, to be moved to where it belongs.</summary>
    private static FileContentHttpResult WriteEvent(RoomVisit visit, HttpRequest request, IOptions<ServerOptions> options, TimeProvider time)
    {
        var link = Link(visit, request, options.Value);
        var now = time.GetUtcNow();
        var start = now.UtcDateTime.Date.AddHours(now.Hour + 1);
        var invitation = new CalendarEvent
        {
            Uid = $"{Guid.NewGuid():N}@conference",
            DtStamp = new CalDateTime(now.UtcDateTime),
            Start = new CalDateTime(start),
            End = new CalDateTime(start + EventLength),
            Summary = visit.Room.Title.Length > 0 ? visit.Room.Title : "Conference",
            Location = link,
            Description = link,
            Url = new Uri(link),
        };
        var calendar = new Calendar { Events = { invitation }, ProductId = "-//Conference//EN" };
        var text = new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The event has no text.");
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"conference-{visit.Room.Code}.ics");
    }

    private static string Link(RoomVisit visit, HttpRequest request, ServerOptions options)
    {
        var origin = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return $"{origin}/r/{visit.Room.Code}";
    }
}
