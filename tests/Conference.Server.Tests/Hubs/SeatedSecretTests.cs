using System.Text;
using System.Text.Json;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>What opens a door is told to whom it belongs: nothing that reaches a participant without rights has anybody else's key in it.</summary>
public sealed class SeatedSecretTests(HubServer server) : HostScene(server)
{
    private const string Password = "Canary-open-sesame";
    private readonly List<string> _secrets = [Password];

    [Fact]
    public async Task NobodysKeysReachWhoIsNoHost()
    {
        var (bobs, cys) = (await VisitAsync(), await VisitAsync());
        using var bob = await RawConnection.ConnectAsync(bobs);
        using var cy = await RawConnection.ConnectAsync(cys);
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true, Password: Password, LobbyMessage: "At noon"));
        await LetInAsync(bob, "Bob");
        await LetInAsync(cy, "Cy");

        await GovernAsync(cy);
        await bob.SettleAsync();
        await cy.SettleAsync();

        await AssertSilentAsync(bob, bobs);
        await AssertSilentAsync(cy, cys);
    }

    private async Task LetInAsync(RawConnection page, string name)
    {
        var request = Request(name) with { Password = Password };
        Assert.Equal("waiting", (await page.InvokeAsync(nameof(IConferenceServer.JoinRoom), request)).Status);
        await Ada.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest((await Ada.SkipToAsync<GuestWaitingEvent>()).Guest.Id));
        Assert.Equal("joined", (await page.InvokeAsync(nameof(IConferenceServer.JoinRoom), request)).Status);
        _secrets.Add(TokenOf(page));
    }

    /// <summary>Everything in which somebody uses a key.</summary>
    private async Task GovernAsync(RawConnection cy)
    {
        var dees = await VisitAsync();
        var token = JoinTokenSite.Sign(JoinTokenSite.Describe(Room, Clock.GetUtcNow(), "host"));
        var gus = await ConnectAsync();
        await gus.JoinAsync(Request("Gus") with { JoinToken = token });
        using var made = await AdasBrowser.PostAsync($"/api/rooms/{Room}/host-link", "{}");
        var link = (await made.ReadAsync<HostLink>()).Secret;
        using var used = await dees.PostAsync($"/api/rooms/{Room}/host-link/use", $$"""{"secret":"{{link}}"}""");
        Assert.True(used.IsSuccessStatusCode);
        var dee = await EnterAsync("Dee", dees);
        var (ada, again) = (Ada, await EnterAsync("Ada", AdasBrowser, Ada.Seat.ResumeToken));
        _secrets.AddRange([token, link, ada.Seat.ResumeToken, again.Seat.ResumeToken, dee.Seat.ResumeToken, gus.Seat.ResumeToken]);
        Ada = again;
        await dee.CallAsync(nameof(IConferenceServer.SetName), new SetNameRequest("Dee Dee"));
        await dee.CallAsync(nameof(IConferenceServer.SendSignal), new SendSignalRequest(IdOf(cy), "page1", new Signal("{}")));
        await dee.SayAsync("Hello");
        await dee.CallAsync(nameof(IConferenceServer.MuteAll));
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(gus.Id, false));
        await ChangeAsync(new ChangeSettingsRequest(Password: Password + "2", Title: "Daily"));
        using var changed = await AdasBrowser.PostAsync($"/api/rooms/{Room}/link", "{}");
        Assert.True(changed.IsSuccessStatusCode);
        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(gus.Id, DeleteMessages: true));
        await Ada.CallAsync(nameof(IConferenceServer.SuspendRoom));
        await AddRecordedAsync((await changed.ReadAsync<RoomLink>()).Code);
        await Ada.CallAsync(nameof(IConferenceServer.EndCall));
    }

    /// <summary>What the database knows people and the password by.</summary>
    private async Task AddRecordedAsync(string code)
    {
        Assert.True(RoomCode.TryParse(code, out var roomCode));
        var store = Server.Get<IRoomStore>();
        var room = (await store.FindAsync(roomCode, CancellationToken.None))!;
        var visitors = (await store.ListPersonsAsync(room.Id, CancellationToken.None)).Select(person => person.VisitorId).ToList();
        Assert.True(visitors.Count >= 5);
        _secrets.Add(room.PasswordHash!);
        _secrets.AddRange(visitors.SelectMany(id => new[] { $"{id:N}", $"{id:D}", Convert.ToHexString(id.ToByteArray()), Convert.ToBase64String(id.ToByteArray()) }));
        _secrets.AddRange(AdasBrowser.Cookies.GetAllCookies().Select(cookie => cookie.Value));
    }

    private async Task AssertSilentAsync(RawConnection page, ConferenceVisitor browser)
    {
        var own = TokenOf(page);
        var told = string.Join('\n', page.Records.Select(record => record.ToJsonString()));
        Assert.Contains($"\"{nameof(IConferenceClient.SeatEnded)}\"", told, StringComparison.Ordinal);
        told += await ReadEverythingAsync(browser);
        Assert.All(_secrets.Where(secret => secret != own), secret =>
            Assert.False(told.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} was told."));
    }

    /// <summary>All that the routes say to this browser.</summary>
    private async Task<string> ReadEverythingAsync(ConferenceVisitor browser)
    {
        var said = new StringBuilder();
        var code = (await AdasBrowser.ReadAsync<RoomListItem[]>("/api/rooms"))[0].Code;
        var description = await browser.ReadAsync<JsonElement>("/openapi/v1.json");
        foreach (var path in description.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)))
        {
            using var response = await browser.GetAsync($"{path.Name.Replace("{code}", code, StringComparison.Ordinal)}?text=hello&year=2126&month=3&timeZone=UTC");
            said.Append(await response.Content.ReadAsStringAsync());
        }

        return said.ToString();
    }

    private static string TokenOf(RawConnection page) => (string)SeatOf(page)["resumeToken"]!;

    private static string IdOf(RawConnection page) => (string)SeatOf(page)["participantId"]!;

    private static System.Text.Json.Nodes.JsonNode SeatOf(RawConnection page) =>
        page.Records.Select(record => record["result"]).OfType<System.Text.Json.Nodes.JsonObject>().Select(result => result["seat"]).Last(seat => seat is not null)!;
}
