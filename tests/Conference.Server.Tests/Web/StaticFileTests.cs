using System.Net;
using Conference.Server.Options;
using Conference.Server.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Conference.Server.Tests.Web;

/// <summary>A small web root of its own: the client need not be built for these.</summary>
public sealed class StaticFileTests : IAsyncLifetime
{
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddOptions();
        builder.AddWeb();
        builder.Configuration["Proxies:Known:0"] = "10.1.0.0/16";
        builder.Configuration["Proxies:Known:1"] = "192.0.2.7";
        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.UseWeb();
        _app.UseRouting();
        _app.MapGet("/dist/{file}", (string file) => file.StartsWith("gone", StringComparison.Ordinal) ? Results.NotFound() : Results.Text("x"));
        _app.MapGet("/origin", (HttpRequest request) => $"{request.Scheme}://{request.Host}");
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/dist/call-AbCd1234.js", "public, max-age=31536000, immutable")]
    [InlineData("/dist/call-Ab_d-234.css", "public, max-age=31536000, immutable")]
    [InlineData("/dist/main.js", null)]
    [InlineData("/dist/gone-AbCd1234.js", null)]
    public async Task OnlyFilesNamedByTheirContentAreKeptForEver(string path, string? cacheControl)
    {
        using var response = await _app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(cacheControl, response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("10.1.2.3", "https://conference.example")]
    [InlineData("192.0.2.7", "https://conference.example")]
    [InlineData("127.0.0.1", "https://conference.example")]
    [InlineData("10.2.2.3", "http://localhost")]
    [InlineData("192.0.2.8", "http://localhost")]
    public async Task OnlyKnownProxiesAreBelieved(string proxy, string origin)
    {
        var context = await _app.GetTestServer().SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(proxy);
            request.Request.Path = "/origin";
            request.Request.Method = "GET";
            request.Request.Host = new("localhost");
            request.Request.Scheme = "http";
            request.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
            request.Request.Headers["X-Forwarded-Host"] = "conference.example";
        });

        using var reader = new StreamReader(context.Response.Body);
        Assert.Equal(origin, await reader.ReadToEndAsync());
    }
}
