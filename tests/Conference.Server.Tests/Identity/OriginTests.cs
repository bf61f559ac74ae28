using System.Net.WebSockets;
using Conference.TestKit;

namespace Conference.Server.Tests.Identity;

/// <summary>A page of another origin has the visitor's cookie on its side, but not the origin.</summary>
public sealed class OriginTests : ServerTest
{
    private const string Allowed = "https://meet.example:8443";

    protected override void Configure(ConferenceServerOptions options) => options.Settings["Security:AllowedOrigins:0"] = Allowed + "/";

    public static TheoryData<string?> ForeignOrigins => new()
    {
        null,
        "",
        "null",
        "https://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example:{port}",
        "http://evil.127.0.0.1:{port}",
        "http://localhost:{port}",
        "https://127.0.0.1:{port}",
        "HTTP://127.0.0.1:{port}",
        "http://127.0.0.1:{port}/",
        "http://127.0.0.1:{port}.",
        "http://127.0.0.1.:{port}",
        "http://127.0.0.1:{port}@evil.example",
        "http://user@127.0.0.1:{port}",
        "http://127.0.0.1:0{port}",
        "http://[::1]:{port}",
        "ws://127.0.0.1:{port}",
        "https://meet.example",
        "https://MEET.example:8443",
        "https://sub.meet.example:8443",
        "https://meet.example:84430",
    };

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task AForeignOriginIsRefusedBeforeTheHandshake(string? origin)
    {
        var actual = origin?.Replace("{port}", $"{Server.Address.Port}", StringComparison.Ordinal);

        using var negotiate = await NegotiateAsync(actual);

        await negotiate.AssertProblemAsync(403, "not_allowed");
        Assert.Equal(403, await ConnectAsync(actual));
    }

    /// <summary>A poll names its connection by a token that no other page knows. Nothing that is merely like one is let through.</summary>
    [Theory]
    [InlineData("GET", null, 404)]
    [InlineData("GET", "https://evil.example", 403)]
    [InlineData("POST", null, 403)]
    [InlineData("POST", "https://evil.example", 403)]
    public async Task OnlyAPollComesWithoutAnOrigin(string method, string? origin, int status)
    {
        using var response = await SendAsync(new HttpMethod(method), "/hub?id=unknown", origin);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task TheOwnOriginAndTheAllowedOnesMayConnect()
    {
        foreach (var origin in new[] { Ada.Origin, Allowed })
        {
            using var negotiate = await NegotiateAsync(origin);

            Assert.Equal(200, (int)negotiate.StatusCode);
            Assert.Equal(101, await ConnectAsync(origin));
        }
    }

    [Fact]
    public async Task WithoutACookieNobodyConnects()
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hub/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", Ada.Origin);

        using var response = await http.SendAsync(request);

        await response.AssertProblemAsync(401, "not_allowed");
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private Task<HttpResponseMessage> NegotiateAsync(string? origin) => SendAsync(HttpMethod.Post, "/hub/negotiate?negotiateVersion=1", origin);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? origin)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = Ada.Cookies }) { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(method, path);
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        return await http.SendAsync(request);
    }

    private async Task<int> ConnectAsync(string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = Ada.Cookies;
        socket.Options.CollectHttpResponseDetails = true;
        if (!string.IsNullOrEmpty(origin))
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(Server.Address) { Scheme = "ws", Path = "/hub" }.Uri, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return (int)socket.HttpStatusCode;
    }
}
