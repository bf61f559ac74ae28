using System.Net;
using System.Text;
using Conference.Server.Endpoints.Messages;

namespace Conference.Server.Tests.Endpoints;

public sealed class RoomEndpointTests : ServerTest
{
    [Theory]
    [InlineData("""{"title":"  Weekly \u00a0 team  meeting "}""", "Weekly team meeting")]
    [InlineData("""{"title":"<b>\u0026 'quotes'</b>"}""", "<b>& 'quotes'</b>")]
    [InlineData("""{"title":"   "}""", "")]
    [InlineData("""{}""", "")]
    [InlineData("""{"title":"x","unknown":[1]}""", "x")]
    public async Task OpeningARoomMakesTheCallerItsHost(string json, string title)
    {
        using var response = await Ada.PostAsync("/api/rooms", json);

        var room = await response.ReadAsync<RoomInfo>();
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/rooms/{room.Code}", response.Headers.Location?.OriginalString);
        Assert.Matches("^[a-z]{3}-[a-z]{4}-[a-z]{3}$", room.Code);
        Assert.Equal((title, true, 0), (room.Title, room.IsHost, room.Participants.Count));
        Assert.Equal(room, await Ada.ReadAsync<RoomInfo>(response.Headers.Location!.OriginalString) with { Participants = room.Participants });
    }

    public static TheoryData<string, string> BadTitles => new()
    {
        { $$"""{"title":"{{new string('x', 81)}}"}""", "title_too_long" },
        { """{"title":"a\u0007b"}""", "title_invalid" },
        { """{"title":"a\u202eb"}""", "title_invalid" },
        { """{"title":"a\u2028b"}""", "title_invalid" },
        { """{"title":7}""", "invalid_request" },
        { """{"title":"a","title":"b"}""", "invalid_request" },
        { """{"title":""", "invalid_request" },
        { "", "invalid_request" },
        { "null", "invalid_request" },
        { "[]", "invalid_request" },
        { """{"title":"a\ud800"}""", "invalid_request" },
    };

    [Theory]
    [MemberData(nameof(BadTitles))]
    public async Task ABadTitleOpensNoRoom(string json, string code)
    {
        using var response = await Ada.PostAsync("/api/rooms", json);

        await response.AssertProblemAsync(400, code);
        Assert.Single(await Ada.ReadAsync<RoomListItem[]>("/api/rooms"));
    }

    [Theory]
    [MemberData(nameof(BadTitles))]
    public async Task ABadTitleLeavesTheOldOne(string json, string code)
    {
        using var response = await Ada.PatchAsync(RoomPath, json);

        await response.AssertProblemAsync(400, code);
        Assert.Equal("Weekly", (await Ada.ReadAsync<RoomInfo>(RoomPath)).Title);
    }

    [Fact]
    public async Task ANewTitleIsForEverybody()
    {
        var bob = await VisitAsync();

        using var response = await Ada.PatchAsync(RoomPath, """{"title":" Daily "}""");

        Assert.Equal("Daily", (await response.ReadAsync<RoomInfo>()).Title);
        Assert.Equal("Daily", (await bob.ReadAsync<RoomInfo>(RoomPath)).Title);
    }

    [Fact]
    public async Task OnlyHostsRename()
    {
        var bob = await VisitAsync();
        await JoinAsync(bob, "Bob");

        using var response = await bob.PatchAsync(RoomPath, """{"title":"Bob's"}""");

        await response.AssertProblemAsync(403, "not_allowed");
        Assert.Equal("Weekly", (await Ada.ReadAsync<RoomInfo>(RoomPath)).Title);
    }

    [Fact]
    public async Task ARoomTellsWhoIsThereBeforeOneJoins()
    {
        var bob = await VisitAsync();
        var seat = await JoinAsync(Ada, "Ada");

        var room = await bob.ReadAsync<RoomInfo>(RoomPath);

        Assert.False(room.IsHost);
        Assert.Equal([new PersonInfo(seat.PersonId, "Ada", true)], room.Participants);
    }

    [Theory]
    [InlineData("KMR VXTD HPE")]
    [InlineData("kmrvxtdhpe")]
    public async Task ACodeThatNobodyHasIsNotFound(string code)
    {
        using var response = await Ada.GetAsync($"/api/rooms/{code}");

        await response.AssertProblemAsync(404, "room_not_found");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("kmr-vxtd-hp1")]
    [InlineData("%C3%A9%C3%A9%C3%A9-%C3%A9%C3%A9%C3%A9%C3%A9-%C3%A9%C3%A9%C3%A9")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task ATextThatIsNoCodeIsSaidToBeNone(string code)
    {
        using var response = await Ada.GetAsync($"/api/rooms/{code}");

        await response.AssertProblemAsync(400, "invalid_code");
    }

    [Fact]
    public async Task ACodeMayBeTypedAsOneLikes()
    {
        var typed = Code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

        Assert.Equal(Code, (await Ada.ReadAsync<RoomInfo>($"/api/rooms/{typed}")).Code);
    }

    [Fact]
    public async Task AVisitorsListHasTheirOwnRoomsWithTheNewestText()
    {
        var bob = await VisitAsync();
        await JoinAsync(bob, "Bob", "first", "second");
        await bob.CreateRoomAsync("Bob's");

        var item = Assert.Single(await Ada.ReadAsync<RoomListItem[]>("/api/rooms"));

        Assert.Equal((Code, "Weekly", true, 1), (item.Code, item.Title, item.IsHost, item.InCall));
        Assert.Equal(("Bob", "second"), (item.LastMessage?.Name, item.LastMessage?.Text));
        Assert.Equal(item.LastMessage?.SentAt, item.LastActiveAt);
        Assert.Equal(["Bob's", "Weekly"], (await bob.ReadAsync<RoomListItem[]>("/api/rooms")).Select(room => room.Title));
    }

    [Fact]
    public async Task AStrangerHasNoRooms() => Assert.Empty(await (await VisitAsync()).ReadAsync<RoomListItem[]>("/api/rooms"));

    [Theory]
    [InlineData("DELETE", "/api/rooms", 405)]
    [InlineData("GET", "/api/nothing", 404)]
    public async Task ACallThatIsNoneIsExplained(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await Ada.Http.SendAsync(request);

        await response.AssertProblemAsync(status, "invalid_request");
    }

    [Fact]
    public async Task OnlyJsonIsRead()
    {
        using var content = new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await Ada.Http.PostAsync(new Uri("/api/rooms", UriKind.Relative), content);

        await response.AssertProblemAsync(415, "invalid_request");
    }

    [Theory]
    [InlineData("utf-7", 415)]
    [InlineData("utf-16", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("UTF-8", 201)]
    [InlineData("\"utf-8\"", 415)]
    public async Task ABodyIsUtf8OrRefused(string charset, int status)
    {
        using var body = new ByteArrayContent("{\"title\":\"Weekly\"}"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        using var response = await Ada.Http.PostAsync(new Uri("/api/rooms", UriKind.Relative), body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task AGiantRequestIsRefused()
    {
        using var response = await Ada.PostAsync("/api/rooms", $$"""{"title":"{{new string('x', 200_000)}}"}""");

        await response.AssertProblemAsync(413, "invalid_request");
    }

    [Fact]
    public async Task APageOfAnotherOriginMayNotOpenRooms()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/rooms");
        request.Headers.Add("Origin", "https://evil.example");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await Ada.Http.SendAsync(request);

        await response.AssertProblemAsync(403, "not_allowed");
    }
}
