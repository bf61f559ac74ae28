using System.Net;
using System.Text;
using Conference.Server.Endpoints.Messages;

namespace Conference.Server.Tests.Identity;

/// <summary>What a page of another site makes the browser of a host do: with the host's cookie, but never with this server's origin.</summary>
public sealed class ForeignPageTests : ServerTest
{
    private static readonly (string Method, string Path)[] Changes =
    [
        ("POST", "/api/rooms"),
        ("PATCH", "/api/rooms/{code}"),
        ("PATCH", "/api/rooms/{code}/settings"),
        ("DELETE", "/api/rooms/{code}"),
        ("DELETE", "/api/rooms/{code}/removed/somebody"),
        ("POST", "/api/rooms/{code}/link"),
        ("POST", "/api/rooms/{code}/host-link"),
        ("POST", "/api/rooms/{code}/host-link/use"),
        ("PUT", "/api/rooms/{code}"),
    ];

    private static readonly string?[] ForeignOrigins = [null, "", "null", "https://evil.example", "http://127.0.0.1.evil.example"];

    public static TheoryData<string, string, string?> Attempts
    {
        get
        {
            var attempts = new TheoryData<string, string, string?>();
            foreach (var (method, path) in Changes)
            {
                foreach (var origin in ForeignOrigins)
                {
                    attempts.Add(method, path, origin);
                }
            }

            return attempts;
        }
    }

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task NothingChanges(string method, string path, string? origin)
    {
        using var response = await SendAsync(method, path, ("Origin", origin));

        await response.AssertProblemAsync(403, "not_allowed");
        var room = Assert.Single(await Ada.ReadAsync<RoomListItem[]>("/api/rooms"));
        Assert.Equal((Code, "Weekly"), (room.Code, room.Title));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task NothingIsReadIntoItEither(string site)
    {
        using var picture = await SendAsync("GET", "/api/rooms/{code}/qr.svg", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "no-cors"));
        using var poll = await SendAsync("GET", "/hub?id=x", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "no-cors"));

        await picture.AssertProblemAsync(403, "not_allowed");
        await poll.AssertProblemAsync(403, "not_allowed");
    }

    [Theory]
    [InlineData("cross-site", "navigate")]
    [InlineData("same-origin", "no-cors")]
    [InlineData("none", "navigate")]
    public async Task ALinkMayBeFollowed(string site, string mode)
    {
        using var response = await SendAsync("GET", "/api/rooms/{code}/invite.ics", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task AProgramWithoutACookieNeedsNoOrigin()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Server.Address };
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await http.PostAsync(new Uri("/api/rooms", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, params (string Name, string? Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = Ada.Cookies }) { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{code}", Code, StringComparison.Ordinal));
        request.Content = method == "GET" ? null : new StringContent("""{"title":"Taken","lobby":false,"secret":"x"}""", Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }
}
