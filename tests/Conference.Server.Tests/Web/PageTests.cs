using System.Net;
using Conference.TestKit;

namespace Conference.Server.Tests.Web;

public sealed class PageTests : IAsyncLifetime
{
    private readonly ConferenceServer _server = ConferenceServer.Start();
    private ConferenceVisitor _visitor = null!;

    public async Task InitializeAsync() => _visitor = await _server.VisitAsync();

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/r/kmr-vxtd-hpe")]
    [InlineData("/r/kmr-vxtd-hpe/history")]
    public async Task EveryAddressOfTheClientIsThePage(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");

        using var response = await _visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task AVisitorIsKnownAgainAfterARestart()
    {
        var before = _visitor.Cookies.GetAllCookies().Single().Value;

        await _server.RestartAsync();
        using var response = await _visitor.Http.GetAsync(new Uri("/api/none", UriKind.Relative));

        Assert.Equal(before, _visitor.Cookies.GetAllCookies().Single().Value);
    }
}
