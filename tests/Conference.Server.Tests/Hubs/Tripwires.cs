using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>Everybody who is near a room without being in it: who waits, was denied, was removed, left, sits elsewhere, or never asked.</summary>
internal sealed class Tripwires : IDisposable
{
    private readonly ConferenceServer _server;
    private readonly Guest _host;
    private readonly string _room;
    private readonly List<ConferenceVisitor> _visitors = [];
    private readonly List<Tripwire> _others = [];

    private Tripwires(ConferenceServer server, Guest host, string room) => (_server, _host, _room) = (server, host, room);

    /// <summary>Who waits.</summary>
    public Tripwire Waiting { get; private set; } = null!;

    /// <summary>All but who waits, who may hear nothing at all.</summary>
    public IReadOnlyList<Tripwire> Others => _others;

    /// <summary>Lays them around the room of a host, whose lobby is on from then.</summary>
    public static async Task<Tripwires> LayAsync(ConferenceServer server, Guest host, string room, string elsewhere)
    {
        var wires = new Tripwires(server, host, room);
        await wires.LayAsync(elsewhere);
        return wires;
    }

    /// <summary>Nothing but their own lobby reached them.</summary>
    public async Task CheckAsync(params IEnumerable<string> secrets)
    {
        foreach (var page in _others.Prepend(Waiting))
        {
            await page.CheckAsync(secrets);
        }
    }

    public void Dispose()
    {
        Waiting.Dispose();
        _others.ForEach(page => page.Dispose());
        _visitors.ForEach(visitor => visitor.Dispose());
    }

    private async Task LayAsync(string elsewhere)
    {
        var left = await AskAsync("Leo Left", _room, "joined");
        await left.Wire.InvokeAsync(nameof(IConferenceServer.LeaveRoom));
        var removed = await RemoveAsync("Rex Removed");
        var denied = await KnockAsync("Dora Denied");
        await _host.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest((await _host.SkipToAsync<GuestWaitingEvent>()).Guest.Id));
        Waiting = await KnockAsync("Wanda Waiting");
        var other = await AskAsync("Elsie Elsewhere", elsewhere, "joined");
        // The first one in a room is told when its call is on record.
        await other.Wire.WaitForAsync(nameof(IConferenceClient.MessagesAdded));
        _others.AddRange([denied, removed, left, other, new Tripwire("stranger", await RawConnection.ConnectAsync(await VisitAsync()))]);
        foreach (var page in _others.Prepend(Waiting))
        {
            await page.ArmAsync();
        }
    }

    /// <summary>A removal ends the connection; who was removed comes back on another one.</summary>
    private async Task<Tripwire> RemoveAsync(string name)
    {
        var visitor = await VisitAsync();
        using var before = await AskAsync(name, _room, "joined", visitor);
        await _host.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(await FindAsync(name)));
        return await AskAsync(name, _room, "removed", visitor);
    }

    private async Task<Tripwire> KnockAsync(string name)
    {
        var page = await AskAsync(name, _room, "waiting");
        await page.CheckAsync();
        return page;
    }

    private async Task<Tripwire> AskAsync(string name, string room, string expected, ConferenceVisitor? visitor = null)
    {
        var (page, status) = await Tripwire.AskAsync(visitor ?? await VisitAsync(), Guest.Request(room, name) with { Media = Guest.Open });
        Assert.Equal(expected, status);
        return page;
    }

    private async Task<string> FindAsync(string name)
    {
        while (true)
        {
            if ((await _host.SkipToAsync<ParticipantJoinedEvent>()).Participant is { } joined && joined.Name == name)
            {
                return joined.Id;
            }
        }
    }

    private async Task<ConferenceVisitor> VisitAsync()
    {
        var visitor = await _server.VisitAsync();
        _visitors.Add(visitor);
        return visitor;
    }
}
