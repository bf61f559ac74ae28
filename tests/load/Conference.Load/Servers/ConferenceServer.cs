using System.Net.Http.Json;
using Conference.Load.Clients;
using Conference.Load.Net;

namespace Conference.Load.Servers;

/// <summary>The product as it is released; only the limits on callers are raised, since here one address is a thousand people.</summary>
internal sealed class ConferenceServer(Workspace workspace) : IServerKind
{
    public string Name => "Conference";

    public ServerCommand Command()
    {
        var data = workspace.NewFolder();
        return new ServerCommand(
            "dotnet",
            port => ["Conference.Server.dll", "--urls", $"http://127.0.0.1:{port}"],
            workspace.Build("Conference.Server"),
            workspace.LogFile("conference"),
            new Dictionary<string, string>
            {
                ["Data__Folder"] = data,
                ["Limits__ChatRate"] = "1000000",
                ["Limits__ChatBurst"] = "1000000",
                ["Limits__RoomCallRate"] = "1000000",
                ["Limits__RoomCallBurst"] = "1000000",
                ["Limits__JoinBurst"] = "1000000",
                ["Limits__ConnectBurst"] = "1000000",
                ["Limits__RoomRate"] = "1000000",
                ["Limits__RoomBurst"] = "1000000",
                ["Limits__RequestRate"] = "1000000",
                ["Limits__RequestBurst"] = "1000000",
            });
    }

    public async Task<IReadOnlyList<ChatClient>> MakeClientsAsync(Poller poller, Uri server, int rooms, int peoplePerRoom)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server };
        var codes = new string[rooms];
        var clients = new List<ChatClient>(rooms * peoplePerRoom);
        for (var i = 0; i < rooms * peoplePerRoom; i++)
        {
            var room = i % rooms;
            var visitor = await GreetAsync(http).ConfigureAwait(false);
            codes[room] ??= await CreateRoomAsync(http, visitor).ConfigureAwait(false);
            clients.Add(new ConferenceClient(poller, new Place(i, room), visitor, codes[room]));
        }

        return clients;
    }

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
