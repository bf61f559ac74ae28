using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Access;

/// <summary>Everything that somebody may be to a room, and how they became it.</summary>
internal static class GateActors
{
    public static IReadOnlyDictionary<string, Func<GateScene, Task<GateActor>>> All { get; } = new Dictionary<string, Func<GateScene, Task<GateActor>>>
    {
        [GateTable.Anonymous] = scene => Task.FromResult(scene.WithoutCookie()),
        ["stranger"] = scene => scene.ConnectAsync(),
        ["foreign"] = async scene => await scene.ConnectAsync() with { Token = scene.Home.MemberToken },
        ["waiting"] = WaitAsync,
        ["denied"] = scene => AnswerAsync(scene, nameof(IConferenceServer.DenyGuest)),
        ["admitted"] = scene => AnswerAsync(scene, nameof(IConferenceServer.AdmitGuest)),
        ["participant"] = scene => scene.SitAsync(scene.Home),
        ["muted"] = scene => SufferAsync(scene, nameof(IConferenceServer.MuteParticipant)),
        ["asked"] = scene => SufferAsync(scene, nameof(IConferenceServer.AskToUnmute)),
        ["chatonly"] = scene => scene.SitAsync(scene.Home, request => request with { ChatOnly = true }),
        ["second"] = TakeSecondSeatAsync,
        ["displaced"] = LoseSeatToOwnPageAsync,
        ["former"] = LoseRightsAsync,
        ["cohost"] = scene => GetRightsAsync(scene, scene.Home),
        ["host"] = scene => scene.SitAsync(scene.Home, browser: scene.Stage.Host),
        ["hostaway"] = scene => scene.ConnectAsync(scene.Stage.Host),
        ["left"] = LeaveAsync,
        ["removed"] = RemoveAsync,
        ["ended"] = scene => EndAsync(scene),
        ["void"] = async scene => await scene.ConnectAsync() with { Token = (await EndAsync(scene)).SeatToken },
        ["returning"] = async scene => await scene.ConnectAsync() with { Token = (await MissTheNextCallAsync(scene)).SeatToken },
        ["expired"] = async scene => await scene.ConnectAsync() with { Token = await AgeAsync(scene, await MissTheNextCallAsync(scene)) },
        ["deleted"] = DeleteAsync,
        ["elsewhere"] = scene => scene.SitAsync(scene.Elsewhere!),
        ["hostelsewhere"] = scene => GetRightsAsync(scene, scene.Elsewhere!),
    };

    private static async Task<GateActor> WaitAsync(GateScene scene)
    {
        await scene.Home.ChangeAsync("""{"lobby":true}""");
        var actor = await scene.ConnectAsync();
        Assert.Equal("waiting", (await actor.Wire!.InvokeAsync(nameof(IConferenceServer.JoinRoom), actor.JoinRequest(scene.Home.Code))).Status);
        return actor;
    }

    private static async Task<GateActor> AnswerAsync(GateScene scene, string method)
    {
        var actor = await WaitAsync(scene);
        await GateRoom.CallAsync(scene.Home.Host, method, new GuestRequest(await scene.Home.FindGuestAsync(GateActor.Name)));
        return actor;
    }

    private static async Task<GateActor> SufferAsync(GateScene scene, string method)
    {
        var actor = await scene.SitAsync(scene.Home);
        await GateRoom.CallAsync(scene.Home.Host, method, new ParticipantRequest(actor.Id));
        return actor;
    }

    private static async Task<GateActor> TakeSecondSeatAsync(GateScene scene)
    {
        await scene.SitAsync(scene.Home);
        return await scene.SitAsync(scene.Home);
    }

    private static async Task<GateActor> LoseSeatToOwnPageAsync(GateScene scene)
    {
        var actor = await scene.SitAsync(scene.Home);
        await scene.SitAsync(scene.Home, request => request with { ResumeToken = actor.SeatToken });
        return actor;
    }

    private static async Task<GateActor> GetRightsAsync(GateScene scene, GateRoom room)
    {
        var actor = await scene.SitAsync(room);
        await GateRoom.CallAsync(room.Host, nameof(IConferenceServer.SetHost), new SetHostRequest(actor.Id, true));
        return actor;
    }

    private static async Task<GateActor> LoseRightsAsync(GateScene scene)
    {
        var actor = await GetRightsAsync(scene, scene.Home);
        await GateRoom.CallAsync(scene.Home.Host, nameof(IConferenceServer.SetHost), new SetHostRequest(actor.Id, false));
        return actor;
    }

    private static async Task<GateActor> LeaveAsync(GateScene scene)
    {
        var actor = await scene.SitAsync(scene.Home);
        await GateRoom.CallAsync(actor.Wire!, nameof(IConferenceServer.LeaveRoom));
        return actor;
    }

    private static async Task<GateActor> RemoveAsync(GateScene scene)
    {
        var actor = await scene.SitAsync(scene.Home);
        await GateRoom.CallAsync(scene.Home.Host, nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(actor.Id));
        return actor with { Token = actor.SeatToken };
    }

    private static async Task<GateActor> EndAsync(GateScene scene)
    {
        var actor = await scene.SitAsync(scene.Home);
        await scene.Home.EndAndReturnAsync();
        return actor;
    }

    private static async Task<GateActor> MissTheNextCallAsync(GateScene scene)
    {
        var actor = await LeaveAsync(scene);
        await scene.Home.LeaveAndReturnAsync();
        return actor;
    }

    /// <summary>The same token as if it had been made a day and an hour ago.</summary>
    private static async Task<string> AgeAsync(GateScene scene, GateActor actor)
    {
        var server = scene.Stage.Server;
        var store = server.Get<IRoomStore>();
        var room = await store.FindAsync(scene.Home.Id, CancellationToken.None);
        var person = await store.FindPersonAsync(scene.Home.Id, (string)actor.Seat["personId"]!, CancellationToken.None);
        var then = new FakeTimeProvider(scene.Stage.Clock.GetUtcNow() - TimeSpan.FromHours(25));
        return new ResumeTokens(server.Get<IDataProtectionProvider>(), then).Issue(room!, actor.Id, person!.VisitorId);
    }

    private static async Task<GateActor> DeleteAsync(GateScene scene)
    {
        var actor = await scene.SitAsync(scene.Home);
        await scene.Home.DeleteAsync();
        return actor with { Token = actor.SeatToken };
    }
}
