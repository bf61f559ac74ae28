using System.Text.Json;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;

namespace Conference.Server.Tests.Fuzz;

/// <summary>A room with its owner, somebody who came, perhaps somebody who waits, and perhaps one who means harm.</summary>
internal sealed class FuzzRoom : IAsyncDisposable
{
    private readonly ConferenceServer _server;
    private readonly List<PipeConnection> _others = [];
    private readonly Guid _ownerVisitor = Guid.NewGuid();
    private RoomRecord _record = null!;
    private PipeConnection _owner = null!;
    private PipeConnection _mate = null!;
    private PipeConnection? _guest;
    private PipeConnection? _outcast;
    private RoomState _before = null!;

    private FuzzRoom(ConferenceServer server) => _server = server;

    /// <summary>Texts that mean something here.</summary>
    public SceneTexts Texts { get; } = new();

    /// <summary>The connection of who means harm.</summary>
    public PipeConnection Attacker { get; private set; } = null!;

    private IRoomDirectory Directory => _server.Get<IRoomDirectory>();

    /// <summary>A room that nobody else can come into, with somebody in its lobby and somebody who was removed.</summary>
    public static async Task<FuzzRoom> OpenClosedAsync(ConferenceServer server)
    {
        var room = new FuzzRoom(server);
        await room.FillAsync();
        room._outcast = await room.RemoveAsync("Rex");
        await room.ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        room._guest = await room.KnockAsync("Wim");
        await room.ChangeAsync(new ChangeSettingsRequest(Locked: true));
        await room.RememberAsync();
        await room.SayAsync();
        while (await room._mate.NextToldAsync() != nameof(IConferenceClient.MessagesAdded))
        {
        }

        return room;
    }

    /// <summary>A room with somebody who means harm.</summary>
    public static async Task<FuzzRoom> OpenAsync(ConferenceServer server, Standing standing, bool hasLobby)
    {
        var room = new FuzzRoom(server);
        await room.FillAsync();
        await room.LetAttackerInAsync(standing);
        if (hasLobby || standing == Standing.Waiting)
        {
            await room.ChangeAsync(new ChangeSettingsRequest(Lobby: true));
            room._guest = await room.KnockAsync("Wim");
        }

        room.Attacker = standing is Standing.Stranger ? await room.ConnectAsync() : standing is Standing.Waiting ? await room.KnockAsync("Eve") : room.Attacker;
        await room.RememberAsync();
        return room;
    }

    /// <summary>Nobody here was cut off, whatever anybody else did.</summary>
    public void AssertAllConnected() => Assert.All(_others, other => Assert.True(other.IsOpen, other.Reason));

    /// <summary>Nothing changed for those who were here before.</summary>
    public async Task AssertUntouchedAsync()
    {
        AssertAllConnected();
        var after = await Directory.ReadAsync(_record.Id);
        Assert.NotNull(after);
        string[] ids = [.. _others.Select(other => other.Id)];
        Assert.Equal(_before.Participants.Where(p => ids.Contains(p.ConnectionId)), after.Participants.Where(p => ids.Contains(p.ConnectionId)));
        Assert.Equal(_before.Lobby.Where(g => ids.Contains(g.ConnectionId)), after.Lobby.Where(g => ids.Contains(g.ConnectionId)));
        Assert.Equal((_before.Title, _before.Settings, _before.SpotlightId), (after.Title, after.Settings, after.SpotlightId));
        AssertSound(after);
    }

    /// <summary>Whatever a host did, it is still a room: with a host on record, and nobody in it twice.</summary>
    public async Task AssertSoundAsync()
    {
        AssertAllConnected();
        var persons = await _server.Get<IRoomStore>().ListPersonsAsync(_record.Id, CancellationToken.None);
        Assert.Contains(persons, person => person is { IsHost: true, IsOwner: true, Access: PersonAccess.Admitted });
        if (await Directory.ReadAsync(_record.Id) is { } state)
        {
            AssertSound(state);
        }
    }

    /// <summary>They go on talking, and hear nothing but each other.</summary>
    public async Task AssertUndisturbedAsync()
    {
        await AssertUntouchedAsync();
        Assert.Equal(_before.Version, (await Directory.ReadAsync(_record.Id))!.Version);
        await SayAsync();
        Assert.Equal(nameof(IConferenceClient.MessagesAdded), await _mate.NextToldAsync());
        Assert.False(_mate.HasNews);
        Assert.False(_guest!.HasNews);
        Assert.False(_outcast!.HasNews);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _others.Append(Attacker).Where(connection => connection is not null))
        {
            await connection.DisposeAsync();
        }
    }

    private static void AssertSound(RoomState state)
    {
        Assert.Equal(state.Participants.Count, state.Participants.Select(p => p.Id).Distinct().Count());
        Assert.Equal(state.Participants.Count, state.Participants.Select(p => p.ConnectionId).Distinct().Count());
        Assert.Equal(state.Lobby.Count, state.Lobby.Select(guest => guest.Person).Distinct().Count());
        Assert.All(state.Participants, p => Assert.InRange(p.Name.Length, 1, 64));
        Assert.True(state.SpotlightId is null || state.Participants.Any(p => p.Id == state.SpotlightId), "Somebody who is gone is in the spotlight.");
    }

    private async Task FillAsync()
    {
        _record = await _server.Get<IRoomStore>().CreateAsync("Weekly", _ownerVisitor, CancellationToken.None);
        Texts.Add("code", _record.Code.ToString());
        (_owner, _mate) = (await ConnectAsync(_ownerVisitor), await ConnectAsync());
        _others.AddRange([_owner, _mate]);
        await SitAsync(_owner, "Ada");
        await SitAsync(_mate, "Bob");
    }

    private async Task LetAttackerInAsync(Standing standing)
    {
        if (standing is Standing.Stranger or Standing.Waiting)
        {
            return;
        }

        Attacker = await ConnectAsync();
        var seat = await SitAsync(Attacker, "Eve");
        if (standing == Standing.Gone)
        {
            await Attacker.CallAsync(nameof(IConferenceServer.LeaveRoom));
        }
        else if (standing == Standing.Host)
        {
            await _owner.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(seat.ParticipantId, true));
        }
    }

    private async Task<Seat> SitAsync(PipeConnection connection, string name)
    {
        var seat = (await JoinAsync(connection, name)).Seat!;
        Texts.Add("to", seat.ParticipantId);
        Texts.Add("resumeToken", seat.ResumeToken);
        return seat;
    }

    private async Task<PipeConnection> KnockAsync(string name)
    {
        var connection = await ConnectAsync();
        Assert.Equal(JoinStatus.Waiting, (await JoinAsync(connection, name)).Status);
        Texts.Add("guest", (await Directory.ReadAsync(_record.Id))!.Lobby[^1].Id);
        if (name == "Wim")
        {
            _others.Add(connection);
        }

        return connection;
    }

    private async Task<PipeConnection> RemoveAsync(string name)
    {
        var visitor = Guid.NewGuid();
        await using (var before = await ConnectAsync(visitor))
        {
            await _owner.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest((await SitAsync(before, name)).ParticipantId));
        }

        var connection = await ConnectAsync(visitor);
        Assert.Equal(JoinStatus.Removed, (await JoinAsync(connection, name)).Status);
        _others.Add(connection);
        return connection;
    }

    private Task<PipeConnection> ConnectAsync(Guid? visitor = null) => PipeConnection.OpenAsync(_server.Services, visitor ?? Guid.NewGuid());

    private async Task<JoinRoomResult> JoinAsync(PipeConnection connection, string name)
    {
        var answer = await connection.CallAsync(nameof(IConferenceServer.JoinRoom), Guest.Request(_record.Code.ToString(), name));
        return answer.Deserialize<JoinRoomResult>(ConferenceVisitor.Json)!;
    }

    private async Task ChangeAsync(ChangeSettingsRequest change) =>
        _record = await _server.Get<RoomSettingsService>().ChangeAsync(_record, _ownerVisitor, change);

    private async Task RememberAsync() => _before = (await Directory.ReadAsync(_record.Id))!;

    private Task<JsonElement> SayAsync() => _owner.CallAsync(nameof(IConferenceServer.SendMessage), new SendMessageRequest(Guid.NewGuid().ToString("N"), "Can you hear me?"));
}
