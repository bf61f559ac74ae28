using System.Xml.Linq;
using Conference.TestKit;

namespace Conference.Server.Tests.Endpoints;

public sealed class InvitationEndpointTests : ServerTest
{
    protected override void Configure(ConferenceServerOptions options) => options.Settings["Server:PublicUrl"] = "https://conference.example/";

    [Fact]
    public async Task TheQrCodeIsAPicture()
    {
        using var response = await Ada.GetAsync($"{RoomPath}/qr.svg", "image/svg+xml");

        var svg = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.NotNull(svg.Attribute("viewBox"));
        Assert.Null(svg.Attribute("style"));
    }

    [Fact]
    public async Task TheEventHasTheLinkAndTheTitle()
    {
        using var response = await Ada.GetAsync($"{RoomPath}/invite.ics", "text/calendar");

        var lines = (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"conference-{Code}.ics", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("SUMMARY:Weekly", lines);
        Assert.Contains($"URL:https://conference.example/r/{Code}", lines);
        Assert.Contains($"LOCATION:https://conference.example/r/{Code}", lines);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
    }

    [Fact]
    public async Task ATitleCannotAddLinesToTheEvent()
    {
        using var rename = await Ada.PatchAsync(RoomPath, """{"title":"a;b,c\\nATTENDEE:x"}""");

        using var response = await Ada.GetAsync($"{RoomPath}/invite.ics", "text/calendar");

        Assert.DoesNotContain("\nATTENDEE", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
