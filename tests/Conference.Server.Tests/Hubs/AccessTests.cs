using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.Http.Connections;

namespace Conference.Server.Tests.Hubs;

/// <summary>Who may open a connection at all.</summary>
public sealed class AccessTests(HubServer server) : HubScene(server)
{
    public static TheoryData<string> ForeignOrigins => new()
    {
        "null", "", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1", "http://127.0.0.1.evil.example", "http://localhost",
    };

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task ForeignPageIsTurnedAwayOnEveryWay(string origin)
    {
        var visitor = await VisitAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(visitor.Cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenSocketAsync(visitor.Cookies, origin));
    }

    [Fact]
    public async Task OriginWithAnotherPortIsForeign()
    {
        var visitor = await VisitAsync();
        var origin = $"http://127.0.0.1:{Server.Address.Port + 1}";

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(visitor.Cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenSocketAsync(visitor.Cookies, origin));
    }

    [Fact]
    public async Task WhoHasNoCookieIsTurnedAway()
    {
        var visitor = await VisitAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(new CookieContainer(), visitor.Origin));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenSocketAsync(new CookieContainer(), visitor.Origin));
    }

    [Fact]
    public async Task ForgedCookieIsNone()
    {
        var visitor = await VisitAsync();
        var cookies = new CookieContainer();
        cookies.Add(Server.Address, new Cookie("conference-visitor", "CfDJ8forged"));

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(cookies, visitor.Origin));
    }

    [Fact]
    public async Task ConfiguredOriginIsAllowed()
    {
        await using var own = ConferenceServer.Start(options => options.Settings["Security:AllowedOrigins:0"] = "https://meet.example");
        using var visitor = await own.VisitAsync();
        using var socket = Socket(visitor.Cookies, "https://meet.example");

        await socket.ConnectAsync(new Uri($"ws://{own.Address.Authority}/hub"), CancellationToken.None);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task LongPollingWorksWhereSocketsDoNot()
    {
        var bob = await JoinAsync("Bob");
        var visitor = await VisitAsync();
        await using var hub = await visitor.ConnectAsync(HttpTransportType.LongPolling);
        await using var ada = Guest.On(hub);

        await ada.JoinAsync(Guest.Request(Code));
        await bob.CallAsync(nameof(IConferenceServer.RaiseHand));

        Assert.Equal(bob.Id, (await ada.SkipToAsync<ParticipantUpdatedEvent>()).Participant.Id);
    }

    [Fact]
    public async Task PollOfThePageItselfCarriesNoOrigin()
    {
        var visitor = await VisitAsync();
        using var handler = new HttpClientHandler { CookieContainer = visitor.Cookies };
        using var http = new HttpClient(handler) { BaseAddress = Server.Address };
        using var negotiate = new HttpRequestMessage(HttpMethod.Post, "hub/negotiate?negotiateVersion=1");
        negotiate.Headers.TryAddWithoutValidation("Origin", visitor.Origin);
        using var negotiated = await http.SendAsync(negotiate);
        var token = (await negotiated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken").GetString();

        Assert.Equal(HttpStatusCode.OK, await PollAsync(http, $"hub?id={token}"));
        Assert.Equal(HttpStatusCode.NotFound, await PollAsync(http, "hub?id=guessed"));
        Assert.Equal(HttpStatusCode.Forbidden, await PollAsync(http, "hub"));
    }

    private static async Task<HttpStatusCode> PollAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private static ClientWebSocket Socket(CookieContainer cookies, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = cookies;
        if (origin.Length > 0)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        return socket;
    }

    private async Task<HttpStatusCode> OpenSocketAsync(CookieContainer cookies, string origin)
    {
        using var socket = Socket(cookies, origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{Server.Address.Authority}/hub"), CancellationToken.None));
        return socket.HttpStatusCode;
    }

    private async Task<HttpStatusCode> NegotiateAsync(CookieContainer cookies, string origin)
    {
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Address, "hub/negotiate?negotiateVersion=1"));
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
