using Conference.TestKit;

namespace Conference.Server.Tests.Web;

/// <summary>A server whose pages two other sites may show in frames.</summary>
public sealed class EmbeddingTests : ServerTest
{
    protected override void Configure(ConferenceServerOptions options)
    {
        options.Settings["Security:EmbeddingOrigins:0"] = "https://Portal.example:8443/";
        options.Settings["Security:EmbeddingOrigins:1"] = "https://bücher.example";
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/r/kmr-vxtd-hpe")]
    [InlineData("/api/rooms")]
    public async Task FramesOfTheseSitesOnlyAreAllowed(string path)
    {
        using var response = await Ada.GetAsync(path, "text/html");

        Assert.Contains(
            "; frame-ancestors https://portal.example:8443 https://xn--bcher-kva.example; ",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task OverHttpsTheCookieWorksInFramesOneForEachSite()
    {
        var parts = await ReadCookieAsync("https");

        Assert.Contains("samesite=none", parts);
        Assert.Contains("secure", parts);
        Assert.Contains("httponly", parts);
        Assert.Contains("partitioned", parts);
    }

    [Fact]
    public async Task WithoutHttpsNoBrowserWouldTakeThatCookie()
    {
        var parts = await ReadCookieAsync("http");

        Assert.Contains("samesite=lax", parts);
        Assert.DoesNotContain("partitioned", parts);
    }

    [Fact]
    public async Task AnEmbeddingPageIsStillAForeignOne()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, RoomPath);
        request.Headers.Add("Origin", "https://portal.example:8443");

        using var response = await Ada.Http.SendAsync(request);

        await response.AssertProblemAsync(403, "not_allowed");
    }

    private async Task<string[]> ReadCookieAsync(string scheme)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, Server.Address);
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var response = await http.SendAsync(request);
        return Assert.Single(response.Headers.GetValues("Set-Cookie")).ToLowerInvariant().Split("; ");
    }
}
