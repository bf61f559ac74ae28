using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Hubs;

/// <summary>A room of one's own on the shared server, and people in it.</summary>
public abstract class HubScene(HubServer server) : IClassFixture<HubServer>, IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _guests = [];
    private readonly List<IDisposable> _visitors = [];

    protected FakeTimeProvider Clock => server.Clock;

    protected ConferenceServer Server => server.Server;

    protected string Code { get; private set; } = null!;

    public async Task InitializeAsync() => Code = await OpenRoomAsync();

    public async Task DisposeAsync()
    {
        foreach (var guest in _guests)
        {
            await guest.DisposeAsync();
        }

        _visitors.ForEach(visitor => visitor.Dispose());
    }

    protected async Task<string> OpenRoomAsync(string title = "Weekly")
    {
        var room = await Server.Get<IRoomStore>().CreateAsync(title, Guid.NewGuid(), CancellationToken.None);
        return room.Code.ToString();
    }

    protected async Task<ConferenceVisitor> VisitAsync()
    {
        var visitor = await Server.VisitAsync();
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A page that has not joined yet, in a browser of its own unless told otherwise.</summary>
    protected async Task<Guest> ConnectAsync(ConferenceVisitor? visitor = null)
    {
        var guest = await Guest.ConnectAsync(visitor ?? await VisitAsync());
        _guests.Add(guest);
        return guest;
    }

    /// <summary>A page that has a seat in the room.</summary>
    protected async Task<Guest> JoinAsync(string name, Func<JoinRoomRequest, JoinRoomRequest>? change = null, ConferenceVisitor? visitor = null)
    {
        var guest = await ConnectAsync(visitor);
        var request = Guest.Request(Code, name);
        await guest.JoinAsync(change?.Invoke(request) ?? request);
        return guest;
    }

    protected async Task<RoomState?> ReadRoomAsync(string? code = null)
    {
        Assert.True(RoomCode.TryParse(code ?? Code, out var roomCode));
        var room = await Server.Get<IRoomStore>().FindAsync(roomCode, CancellationToken.None);
        return await Server.Get<IRoomDirectory>().ReadAsync(room!.Id);
    }
}
