using System.Net;

namespace Conference.Server.Tests.Web;

public sealed class PageTests : ServerTest
{
    [Theory]
    [InlineData("/")]
    [InlineData("/r/kmr-vxtd-hpe")]
    [InlineData("/r/kmr-vxtd-hpe/history")]
    [InlineData("/anything/else")]
    public async Task EveryAddressOfTheClientIsThePage(string path)
    {
        using var response = await Ada.GetAsync(path, "text/html");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task ThePageIsNotSentTwice()
    {
        using var first = await Ada.GetAsync("/", "text/html");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/r/kmr-vxtd-hpe");
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await Ada.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", second.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/nothing.js", "text/html")]
    [InlineData("/r/kmr-vxtd-hpe", "application/json")]
    public async Task WhatIsNoAddressOfTheClientIsNotThePage(string path, string accept)
    {
        using var response = await Ada.GetAsync(path, accept);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
