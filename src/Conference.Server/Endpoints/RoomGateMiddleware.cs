using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Identity;

namespace Conference.Server.Endpoints;

/// <summary>The gate of every route under <c>/api</c>: finds the room and asks the permissions before a handler runs.</summary>
internal sealed class RoomGateMiddleware(RequestDelegate next, IRoomStore store)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredAction>() is { } required)
        {
            await CheckAsync(context, required.Action);
        }

        await next(context);
    }

    private async Task CheckAsync(HttpContext context, RoomAction action)
    {
        if (!context.Request.RouteValues.TryGetValue("code", out var code))
        {
            Require(Actor.Visitor, action, room: null);
            return;
        }

        var room = await FindAsync((string?)code, context.RequestAborted);
        var person = await store.FindPersonAsync(room.Id, context.User.GetVisitorId(), context.RequestAborted);
        Require(Actor.Of(person, room.Id), action, room);
        context.Features.Set(new RoomVisit(room, person));
    }

    private async Task<RoomRecord> FindAsync(string? text, CancellationToken cancellationToken)
    {
        if (!RoomCode.TryParse(text, out var code))
        {
            throw new ConferenceException(ErrorCodes.InvalidCode, "This is no room code. It has ten letters, as in kmr-vxtd-hpe.");
        }

        return await store.FindAsync(code, cancellationToken)
            ?? throw new ConferenceException(ErrorCodes.RoomNotFound, "There is no room with this code.");
    }

    private static void Require(Actor actor, RoomAction action, RoomRecord? room)
    {
        if (!Permissions.Can(actor, action, room))
        {
            throw new ConferenceException(ErrorCodes.NotAllowed, "You may not do this in this room.");
        }
    }
}
