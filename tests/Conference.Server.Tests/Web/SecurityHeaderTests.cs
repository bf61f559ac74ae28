using System.Text;

namespace Conference.Server.Tests.Web;

public sealed class SecurityHeaderTests : ServerTest
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/r/kmr-vxtd-hpe")]
    [InlineData("GET", "/index.html")]
    [InlineData("GET", "/nothing.js")]
    [InlineData("GET", "/api/rooms")]
    [InlineData("GET", "/api/rooms/abc")]
    [InlineData("GET", "/api/rooms/kmr-vxtd-hpe")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("DELETE", "/api/rooms")]
    [InlineData("POST", "/api/rooms")]
    [InlineData("POST", "/hub/negotiate")]
    [InlineData("GET", "/hub")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/openapi/v1.json")]
    public async Task EveryAnswerTellsBrowsersWhatThePageMayDo(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("text/html");
        request.Content = method == "POST" ? new StringContent("{", Encoding.UTF8, "application/json") : null;
        using var response = await Ada.Http.SendAsync(request);

        Assert.Equal(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; "
            + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; "
            + $"trusted-types conference-blur conference-record; frame-ancestors 'none'; connect-src 'self' ws://127.0.0.1:{Server.Address.Port}",
            Header("Content-Security-Policy"));
        Assert.Equal(
            "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), autoplay=(self), clipboard-write=(self), "
            + "screen-wake-lock=(self), accelerometer=(), clipboard-read=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), "
            + "idle-detection=(), local-fonts=(), magnetometer=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), "
            + "window-management=(), xr-spatial-tracking=()",
            Header("Permissions-Policy"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Server"));

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }

    [Fact]
    public async Task BehindHttpsTheSocketIsSecureToo()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "conference.example");
        using var response = await Ada.Http.SendAsync(request);

        Assert.Contains(
            "connect-src 'self' wss://conference.example", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
