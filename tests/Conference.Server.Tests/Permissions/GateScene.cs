using System.Text;
using System.Text.Json;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Access;

/// <summary>What a call names: a room, somebody in it, and two who wait in its lobby.</summary>
internal sealed record GateTarget(string Code, string MemberId, IReadOnlyList<string> GuestIds);

/// <summary>One actor before rooms in one state.</summary>
internal sealed class GateScene(GateStage stage, string name, Relation relation) : IDisposable
{
    private const string Nobody = "nobody";
    private readonly List<IDisposable> _pages = [];
    private readonly List<RawConnection> _actors = [];
    private (long Version, string Text) _ledger;

    public GateStage Stage => stage;

    public GateRoom Home { get; private set; } = null!;

    /// <summary>The other room; null where nobody needs one.</summary>
    public GateRoom? Elsewhere { get; private set; }

    public GateActor Actor { get; private set; } = null!;

    public GateTarget Target { get; private set; } = null!;

    /// <summary>Whether the actor belongs to the other room.</summary>
    public bool IsElsewhere => name.EndsWith("elsewhere", StringComparison.Ordinal);

    private bool IsDeleted => name == "deleted";

    private IEnumerable<GateRoom> Rooms => Elsewhere is null ? [Home] : [Home, Elsewhere];

    /// <summary>Plays everything up to the moment in which the actor begins.</summary>
    public static async Task<GateScene> SetAsync(GateStage stage, string name, Relation relation)
    {
        var scene = new GateScene(stage, name, relation);
        scene.Home = await GateRoom.OpenAsync(stage, stage.Host);
        scene.Elsewhere = scene.IsElsewhere || relation == Relation.Other ? await GateRoom.OpenAsync(stage, stage.Neighbour) : null;
        scene.Actor = await GateActors.All[name](scene);
        await scene.ApplyAsync();
        scene.Target = scene.FindTarget();
        await scene.SettleAsync();
        scene.TakeTold();
        return scene;
    }

    public GateActor WithoutCookie()
    {
        var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        var http = new HttpClient(handler) { BaseAddress = stage.Server.Address };
        _pages.AddRange([http, handler]);
        return new GateActor(http);
    }

    /// <summary>A page of the actor's that has no seat.</summary>
    public async Task<GateActor> ConnectAsync(ConferenceVisitor? browser = null)
    {
        var wire = await RawConnection.ConnectAsync(browser ?? stage.Actor);
        _actors.Add(wire);
        return new GateActor((browser ?? stage.Actor).Http, wire);
    }

    /// <summary>A page of the actor's that has one.</summary>
    public async Task<GateActor> SitAsync(GateRoom room, Func<JoinRoomRequest, JoinRoomRequest>? change = null, ConferenceVisitor? browser = null)
    {
        var actor = await ConnectAsync(browser);
        var request = actor.JoinRequest(room.Code);
        var joined = await actor.Wire!.InvokeAsync(nameof(IConferenceServer.JoinRoom), change?.Invoke(request) ?? request);
        return actor with { Seat = joined.Result!["seat"]! };
    }

    /// <summary>All that the server knows of these rooms, in memory and on record.</summary>
    public async Task<string> ReadAsync()
    {
        var text = new StringBuilder(ReadLedger());
        foreach (var room in Rooms)
        {
            text.Append(JsonSerializer.Serialize(await stage.Server.Get<IRoomDirectory>().ReadAsync(room.Id)));
        }

        return text.ToString();
    }

    /// <summary>The same of the first room alone.</summary>
    public async Task<string> ReadHomeAsync() =>
        stage.Ledger.Read(Home.Id) + JsonSerializer.Serialize(await stage.Server.Get<IRoomDirectory>().ReadAsync(Home.Id));

    /// <summary>Reads what everybody has been told until now, the actor included.</summary>
    public async Task SettleAsync()
    {
        foreach (var (_, wire) in Wires())
        {
            await wire.SettleAsync();
        }
    }

    /// <summary>Who was told what since the last time.</summary>
    public IReadOnlyList<string> TakeTold() => TakeTold(Wires());

    /// <summary>The same of the first room alone.</summary>
    public IReadOnlyList<string> TakeToldAtHome() => TakeTold(Home.Wires);

    public void Dispose()
    {
        foreach (var room in Rooms)
        {
            room.Dispose();
        }

        _actors.ForEach(wire => wire.Dispose());
        _pages.ForEach(page => page.Dispose());
    }

    private static string[] TakeTold(IEnumerable<(string Name, RawConnection Wire)> wires) =>
        [.. wires.SelectMany(one => one.Wire.TakeTold().Select(told => $"{one.Name} was told {told["target"]}"))];

    private IEnumerable<(string Name, RawConnection Wire)> Wires() =>
    [
        .. _actors.Select(wire => ("actor", wire)), .. Home.Wires, .. Elsewhere?.Wires.Select(one => ($"{one.Name} elsewhere", one.Wire)) ?? [],
    ];

    private async Task ApplyAsync()
    {
        if (Elsewhere is not null)
        {
            await Elsewhere.FillLobbyAsync();
        }

        if (IsDeleted)
        {
            return;
        }

        if (relation is Relation.Lobby or Relation.Locked)
        {
            await Home.FillLobbyAsync();
        }

        await Home.ChangeAsync(Settings());
        await GateRoom.CallAsync(Home.Host, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Guid.NewGuid().ToString("N"), "ready"));
    }

    /// <summary>Who waits waits behind a lobby, whatever else there is.</summary>
    private string Settings()
    {
        var lobby = name == "waiting" || relation is Relation.Lobby or Relation.Locked ? "true" : "false";
        return relation switch
        {
            Relation.Locked => $$"""{"lobby":{{lobby}},"locked":true}""",
            Relation.Password => $$"""{"lobby":{{lobby}},"password":"open sesame"}""",
            Relation.Strict =>
                $$"""{"lobby":{{lobby}},"mayShareScreens":false,"mayChat":false,"mayUnmute":false,"mayReact":false,"mayRename":false,"mayRecord":false}""",
            _ => $$"""{"lobby":{{lobby}}}""",
        };
    }

    private GateTarget FindTarget() => relation switch
    {
        Relation.Other => new GateTarget(Elsewhere!.Code, Elsewhere.MemberId, Elsewhere.GuestIds),
        Relation.Unknown => new GateTarget(RoomCode.Create().ToString(), Nobody, [Nobody, Nobody]),
        _ => new GateTarget(Home.Code, Home.MemberId, Home.GuestIds),
    };

    private string ReadLedger()
    {
        if (stage.Ledger.Version is var version && version != _ledger.Version)
        {
            _ledger = (version, stage.Ledger.Count() + stage.Ledger.Read(Rooms.Select(room => room.Id)));
        }

        return _ledger.Text;
    }
}
