using Microsoft.AspNetCore.SignalR;

namespace Conference.BareRelay;

/// <summary>Joins a room and hands each message to everybody in it; stores nothing, answers nothing.</summary>
public sealed class RelayHub : Hub<IRelayClient>
{
    public async Task Join(string room, string name)
    {
        Context.Items["room"] = room;
        Context.Items["name"] = name;
        await Groups.AddToGroupAsync(Context.ConnectionId, room);
    }

    public Task Send(string id, string text)
    {
        var room = (string)Context.Items["room"]!;
        return Clients.Group(room).Message(new RelayMessage(id, (string)Context.Items["name"]!, text, DateTimeOffset.UtcNow));
    }

    /// <summary>The empty call that calibrates the machine.</summary>
    public void Nothing()
    {
    }
}
