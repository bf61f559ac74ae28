using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Microsoft.Extensions.Options;

namespace Conference.Server.Endpoints;

/// <summary>The gate of every route under <c>/api</c>: finds the room and asks the permissions before a handler runs.</summary>
internal sealed class RoomGateMiddleware(RequestDelegate next, RoomLookups lookups, IOptions<SignInOptions> signIn)
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
            Require(Actor.Visitor with { NeedsSignIn = NeedsSignIn(context) }, action, room: null);
            return;
        }

        var (room, person) = await FindAsync(context, (string?)code);
        Require(Actor.Of(person, room.Id), action, room);
        context.Features.Set(new RoomVisit(room, person));
    }

    private bool NeedsSignIn(HttpContext context) =>
        signIn.Value.RequiredToOpenRooms && !context.User.IsSignedInAt(signIn.Value.Authority);

    private async Task<FoundRoom> FindAsync(HttpContext context, string? text)
    {
        if (!RoomCode.TryParse(text, out var code))
        {
            throw new ConferenceException(ErrorCodes.InvalidCode, "This is no room code. It has ten letters, as in kmr-vxtd-hpe.");
        }

        return await lookups.FindAsync(code, context.User.GetVisitorId(), context.Connection.RemoteIpAddress, context.RequestAborted)
            ?? throw new ConferenceException(ErrorCodes.RoomNotFound, "There is no room with this code.");
    }

    private static void Require(Actor actor, RoomAction action, RoomRecord? room)
    {
        if (!Permissions.Can(actor, action, room))
        {
            throw actor.NeedsSignIn && action is RoomAction.CreateRoom or RoomAction.CheckConnection
                ? new ConferenceException(ErrorCodes.SignInRequired, "Sign in to open a room, or to use the TURN servers.")
                : new ConferenceException(ErrorCodes.NotAllowed, "You may not do this in this room.");
        }
    }
}
