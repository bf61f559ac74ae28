using System.Text;
using Conference.TestKit;

namespace Conference.Server.Tests.Endpoints;

/// <summary>Whoever hangs up, on whatever route and in whatever moment, is no fault of the server.</summary>
public sealed class GoneCallerTests(HangupServer server) : IClassFixture<HangupServer>
{
    private const int MostLines = 500;

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/r/{code}")]
    [InlineData("GET", "/health/ready")]
    [InlineData("POST", "/hub/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("POST", "/api/rooms", """{"title":"Weekly"}""")]
    [InlineData("GET", "/api/rooms")]
    [InlineData("GET", "/api/rooms/{code}")]
    [InlineData("PATCH", "/api/rooms/{code}", """{"title":"Daily"}""")]
    [InlineData("GET", "/api/rooms/{code}/settings")]
    [InlineData("PATCH", "/api/rooms/{code}/settings", """{"lobby":true,"keepDays":1}""")]
    [InlineData("DELETE", "/api/rooms/{code}/removed/nobody")]
    [InlineData("GET", "/api/rooms/{code}/audit")]
    [InlineData("POST", "/api/rooms/{code}/host-link", "{}")]
    [InlineData("POST", "/api/rooms/{code}/host-link/use", """{"secret":"wrong"}""")]
    [InlineData("GET", "/api/rooms/{code}/history")]
    [InlineData("GET", "/api/rooms/{code}/messages")]
    [InlineData("GET", "/api/rooms/{code}/messages/days?year=2026&month=3&timeZone=UTC")]
    [InlineData("GET", "/api/rooms/{code}/search?text=hello")]
    [InlineData("GET", "/api/rooms/{code}/qr.svg")]
    [InlineData("GET", "/api/rooms/{code}/invite.ics")]
    [InlineData("GET", "/api/session")]
    [InlineData("POST", "/api/rooms/{code}/link", "{}")]
    [InlineData("DELETE", "/api/rooms/{code}")]
    public async Task HangingUpIsNoFault(string method, string path, string? body = null)
    {
        using var visitor = await server.VisitAsync();
        var code = await visitor.CreateRoomAsync();
        var line = 1;
        while (line < MostLines && await IsInterruptedAsync(visitor, line, method, path.Replace("{code}", code, StringComparison.Ordinal), body))
        {
            line++;
            code = method == "DELETE" ? await visitor.CreateRoomAsync() : code;
        }

        Assert.InRange(line, 5, MostLines - 1);
        var faults = server.TakeFaults();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        using var health = await visitor.GetAsync("/health/ready");
        Assert.Equal(200, (int)health.StatusCode);
    }

    private async Task<bool> IsInterruptedAsync(ConferenceVisitor visitor, int line, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("text/html, application/json");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await server.SendAsync(visitor, request, line);
    }
}
