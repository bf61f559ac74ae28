using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Access;

/// <summary>A room in which a host and a participant without rights sit, and where there is a lobby two people wait in it.</summary>
internal sealed class GateRoom(GateStage stage, ConferenceVisitor owner, string code, long id) : IDisposable
{
    public const string InstanceId = "page1";
    private readonly List<RawConnection> _guests = [];

    public string Code { get; } = code;

    public long Id { get; } = id;

    public RawConnection Host { get; private set; } = null!;

    public RawConnection Member { get; private set; } = null!;

    public string MemberId { get; private set; } = "";

    public string MemberToken { get; private set; } = "";

    public IReadOnlyList<string> GuestIds { get; private set; } = ["nobody", "nobody either"];

    /// <summary>All of them, by what they are.</summary>
    public IEnumerable<(string Name, RawConnection Wire)> Wires =>
        [("host", Host), ("member", Member), .. _guests.Select(guest => ("guest", guest))];

    /// <summary>Opens a room, in which host and member sit.</summary>
    public static async Task<GateRoom> OpenAsync(GateStage stage, ConferenceVisitor owner)
    {
        var code = await owner.CreateRoomAsync("Weekly");
        Assert.True(RoomCode.TryParse(code, out var roomCode));
        var record = await stage.Server.Get<IRoomStore>().FindAsync(roomCode, CancellationToken.None);
        var room = new GateRoom(stage, owner, code, record!.Id)
        {
            Host = await RawConnection.ConnectAsync(owner),
            Member = await RawConnection.ConnectAsync(stage.Member),
        };
        await room.SitDownAsync();
        return room;
    }

    /// <summary>Lets the call end by itself, and begins another one.</summary>
    public async Task LeaveAndReturnAsync()
    {
        await CallAsync(Member, nameof(IConferenceServer.LeaveRoom));
        await CallAsync(Host, nameof(IConferenceServer.LeaveRoom));
        await SitDownAsync();
    }

    /// <summary>Ends the call for everyone, and begins another one.</summary>
    public async Task EndAndReturnAsync()
    {
        await CallAsync(Host, nameof(IConferenceServer.EndCall));
        await SitDownAsync();
    }

    /// <summary>Changes settings over HTTP.</summary>
    public async Task ChangeAsync(string json)
    {
        using var response = await owner.PatchAsync($"/api/rooms/{Code}/settings", json);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync()
    {
        using var response = await owner.Http.DeleteAsync(new Uri($"/api/rooms/{Code}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Turns the lobby on and lets two people wait in it.</summary>
    public async Task FillLobbyAsync()
    {
        await ChangeAsync("""{"lobby":true}""");
        foreach (var visitor in stage.Guests)
        {
            var guest = await RawConnection.ConnectAsync(visitor);
            _guests.Add(guest);
            Assert.Equal("waiting", (await guest.InvokeAsync(nameof(IConferenceServer.JoinRoom), Request($"Guest {_guests.Count}"))).Status);
        }

        GuestIds = [await FindGuestAsync("Guest 1"), await FindGuestAsync("Guest 2")];
    }

    /// <summary>The id under which the host sees somebody wait.</summary>
    public async Task<string> FindGuestAsync(string name)
    {
        await Host.SettleAsync();
        return Host.Told.Where(told => (string?)told["target"] == nameof(IConferenceClient.GuestWaiting))
            .Select(told => told["arguments"]![0]!["guest"]!)
            .Where(guest => (string?)guest["name"] == name)
            .Select(guest => (string)guest["id"]!).Last();
    }

    /// <summary>Does something that must be done for the scene.</summary>
    public static async Task CallAsync(RawConnection wire, string method, params object[] arguments) =>
        Assert.Null((await wire.InvokeAsync(method, arguments)).Refusal);

    public JoinRoomRequest Request(string name) => new(Code, name, InstanceId, Hubs.Guest.Open);

    public void Dispose()
    {
        foreach (var (_, wire) in Wires)
        {
            wire.Dispose();
        }
    }

    // Later than whoever was admitted before: a call that begins knows only those who come to it.
    private async Task SitDownAsync()
    {
        stage.Clock.Advance(TimeSpan.FromMilliseconds(2));
        await CallAsync(Host, nameof(IConferenceServer.JoinRoom), Request("Ada"));
        var seat = (await Member.InvokeAsync(nameof(IConferenceServer.JoinRoom), Request("Wes"))).Result!["seat"]!;
        (MemberId, MemberToken) = ((string)seat["participantId"]!, (string)seat["resumeToken"]!);
    }
}
