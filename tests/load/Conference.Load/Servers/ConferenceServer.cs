using System.Net.Http.Json;
using Conference.Load.Clients;
using Conference.Load.Net;

namespace Conference.Load.Servers;

/// <summary>The product as it is released; only the limits on callers are raised, since here one address is a thousand people.</summary>
/// <param name="workspace">Where it is.</param>
/// <param name="padding">What follows in each text that a participant sends.</param>
/// <param name="keepsCallLimits">Whether what one connection and one room may send stays as released too.</param>
internal sealed class ConferenceServer(Workspace workspace, string padding = "", bool keepsCallLimits = false) : IServerKind
{
    private static readonly IEnumerable<string> AddressLimits =
        ["JoinBurst", "ConnectBurst", "RoomRate", "RoomBurst", "RequestRate", "RequestBurst"];

    private static readonly IEnumerable<string> CallLimits = ["ChatRate", "ChatBurst", "RoomCallRate", "RoomCallBurst"];

    private static readonly IEnumerable<string> TextLimits =
        ["VisitorTextRate", "VisitorTextBurst", "RoomTextRate", "RoomTextBurst", "TextRate", "TextBurst"];

    public string Name => "Conference";

    public ServerCommand Command()
    {
        var raised = keepsCallLimits ? AddressLimits : [.. AddressLimits, .. CallLimits, .. TextLimits];
        var environment = raised.ToDictionary(limit => $"Limits__{limit}", limit => TextLimits.Contains(limit) ? "1000000000" : "1000000");
        environment["Data__Folder"] = workspace.NewFolder();
        return new ServerCommand(
            "dotnet",
            port => ["Conference.Server.dll", "--urls", $"http://127.0.0.1:{port}"],
            workspace.Build("Conference.Server"),
            workspace.LogFile("conference"),
            environment);
    }

    public async Task<IReadOnlyList<ChatClient>> MakeClientsAsync(Poller poller, Uri server, int rooms, int peoplePerRoom)
    {
        using var http = Connect(server);
        var codes = new string[rooms];
        var clients = new List<ChatClient>(rooms * peoplePerRoom);
        for (var i = 0; i < rooms * peoplePerRoom; i++)
        {
            var room = i % rooms;
            var visitor = await GreetAsync(http).ConfigureAwait(false);
            codes[room] ??= await CreateRoomAsync(http, visitor).ConfigureAwait(false);
            clients.Add(new ConferenceClient(poller, new Place(i, room), visitor, codes[room], padding));
        }

        return clients;
    }

    /// <summary>Into the first room, whose first participant opened it and is its host.</summary>
    public async Task<Tripwires?> LayTripwiresAsync(Poller poller, Uri server, IReadOnlyList<ChatClient> clients)
    {
        using var http = Connect(server);
        var visitors = new List<Visitor>();
        for (var i = 0; i < Tripwires.Count; i++)
        {
            visitors.Add(await GreetAsync(http).ConfigureAwait(false));
        }

        var elsewhere = await CreateRoomAsync(http, visitors[0]).ConfigureAwait(false);
        return Tripwires.Lay(poller, server, (ConferenceClient)clients[0], visitors, elsewhere);
    }

    private static HttpClient Connect(Uri server) => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server };

    private static async Task<Visitor> GreetAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html");
        using var response = await http.SendAsync(request).ConfigureAwait(false);
        var cookie = response.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single();
        return new Visitor(cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);
    }

    private static async Task<string> CreateRoomAsync(HttpClient http, Visitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/rooms") { Content = JsonContent.Create(new { title = "Load" }) };
        foreach (var (name, value) in visitor.Headers(http.BaseAddress!))
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request).ConfigureAwait(false);
        var room = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CreatedRoom>().ConfigureAwait(false);
        return room!.Code;
    }

    private sealed record CreatedRoom(string Code);
}
