using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR.Client;

namespace Conference.Server.Tests;

/// <summary>A server, and Ada who opened a room on it.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _connections = [];
    private readonly List<ConferenceVisitor> _visitors = [];

    protected ConferenceServer Server { get; set; } = null!;

    protected ConferenceVisitor Ada { get; set; } = null!;

    protected string Code { get; set; } = null!;

    protected string RoomPath => $"/api/rooms/{Code}";

    public virtual async Task InitializeAsync()
    {
        Server = ConferenceServer.Start(Configure);
        Ada = await VisitAsync();
        Code = await Ada.CreateRoomAsync("Weekly");
    }

    public async Task DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        _visitors.ForEach(visitor => visitor.Dispose());
        await Server.DisposeAsync();
    }

    protected virtual void Configure(ConferenceServerOptions options)
    {
    }

    protected async Task<ConferenceVisitor> VisitAsync()
    {
        var visitor = await Server.VisitAsync();
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Takes a seat in Ada's room and says something for each text.</summary>
    protected async Task<Seat> JoinAsync(ConferenceVisitor visitor, string name, params string[] texts)
    {
        var connection = await visitor.ConnectAsync();
        _connections.Add(connection);
        var joined = await connection.InvokeAsync<JoinRoomResult>(
            "JoinRoom",
            new JoinRoomRequest(Code, name, "page1", new ParticipantMedia(MicrophoneState.None, CameraState.None), ChatOnly: true));
        foreach (var text in texts)
        {
            await connection.InvokeAsync("SendMessage", new SendMessageRequest(Guid.NewGuid().ToString("N"), text));
        }

        return joined.Seat!;
    }
}
