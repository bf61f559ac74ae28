using System.Net;
using System.Security.Claims;
using Conference.Server.Endpoints.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Identity;

public sealed class VisitorTests : ServerTest
{
    private readonly FakeTimeProvider _clock = TestClock.Create();

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/r/kmr-vxtd-hpe", "text/html")]
    [InlineData("/api/rooms", "application/json")]
    public async Task TheFirstPageOrCallGivesACookieThatScriptsCannotRead(string path, string accept)
    {
        using var response = await SendAsync(path, accept);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        var parts = cookie.Split("; ");
        Assert.StartsWith("conference-visitor=", parts[0], StringComparison.Ordinal);
        Assert.Contains("httponly", parts);
        Assert.Contains("samesite=lax", parts);
        Assert.Contains("path=/", parts);
        Assert.DoesNotContain("secure", parts);
        Assert.Equal(_clock.GetUtcNow().AddDays(365), ReadExpiry(cookie));
    }

    [Fact]
    public async Task TheYearOfACookieBeginsWhenItIsGiven()
    {
        using var early = await SendAsync("/", "text/html");
        _clock.Advance(TimeSpan.FromDays(300));

        using var late = await SendAsync("/", "text/html");

        Assert.Equal(_clock.GetUtcNow().AddDays(365), ReadExpiry(Assert.Single(late.Headers.GetValues("Set-Cookie"))));
    }

    [Fact]
    public async Task OverHttpsTheCookieStaysThere()
    {
        using var response = await SendAsync("/", "text/html", request => request.Headers.Add("X-Forwarded-Proto", "https"));

        Assert.Contains("; secure", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/icons.svg", 404)]
    [InlineData("/health/live", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/nothing", 404)]
    public async Task NothingElseGivesOne(string path, int status)
    {
        using var response = await SendAsync(path, "*/*");

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task WhoHasACookieKeepsIt()
    {
        using var response = await Ada.GetAsync("/", "text/html");

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.True((await Ada.ReadAsync<RoomInfo>(RoomPath)).IsHost);
    }

    [Fact]
    public async Task ACookieThatIsNotOursMakesAStranger()
    {
        var forged = Ada.Cookies.GetAllCookies().Single().Value[..^4] + "AAAA";

        using var response = await SendAsync(RoomPath, "application/json", request => request.Headers.Add("Cookie", $"conference-visitor={forged}"));

        Assert.False((await response.ReadAsync<RoomInfo>()).IsHost);
        Assert.True(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task ACookieOfOursThatNamesNobodyMakesAStranger()
    {
        var cookies = Server.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get("visitor");
        var nobody = cookies.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("visitor")), "visitor"));

        using var response = await SendAsync(RoomPath, "application/json", request => request.Headers.Add("Cookie", $"conference-visitor={nobody}"));

        Assert.False((await response.ReadAsync<RoomInfo>()).IsHost);
        Assert.True(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task AVisitorIsKnownAgainAfterARestart()
    {
        await Server.RestartAsync();

        Assert.Equal(Code, Assert.Single(await Ada.ReadAsync<RoomListItem[]>("/api/rooms")).Code);
    }

    protected override void Configure(ConferenceServerOptions options) => options.Clock = _clock;

    private static DateTimeOffset ReadExpiry(string cookie) =>
        DateTimeOffset.Parse(cookie.Split("; ").Single(part => part.StartsWith("expires=", StringComparison.Ordinal))[8..], null);

    private async Task<HttpResponseMessage> SendAsync(string path, string accept, Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Address, path));
        request.Headers.Accept.ParseAdd(accept);
        change?.Invoke(request);
        var response = await http.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        return response;
    }
}
