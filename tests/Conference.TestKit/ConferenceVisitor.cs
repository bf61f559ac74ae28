using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conference.Server.Endpoints.Messages;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.TestKit;

/// <summary>One browser: its cookie, and what its page may call. Follows the server over a restart.</summary>
public sealed class ConferenceVisitor : IDisposable
{
    /// <summary>The wire's JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Func<Uri> _address;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    private ConferenceVisitor(Func<Uri> address)
    {
        _address = address;
        Http = new HttpClient(new Addressed(address, _handler)) { BaseAddress = new Uri("http://conference.invalid") };
    }

    /// <summary>The browser's cookies.</summary>
    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>The page's own origin.</summary>
    public string Origin => _address().GetLeftPart(UriPartial.Authority);

    /// <summary>Calls of the page, with relative addresses: <c>/api/rooms</c>.</summary>
    public HttpClient Http { get; }

    /// <summary>Opens the first page of the server at this address.</summary>
    public static async Task<ConferenceVisitor> VisitAsync(Func<Uri> address)
    {
        var visitor = new ConferenceVisitor(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await visitor.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return visitor;
    }

    /// <summary>Opens a room, whose host this visitor becomes.</summary>
    /// <returns>The room's code.</returns>
    public async Task<string> CreateRoomAsync(string title = "")
    {
        using var response = await Http.PostAsJsonAsync("/api/rooms", new CreateRoomRequest(title), Json);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<RoomInfo>(Json))!.Code;
    }

    /// <summary>Makes a hub connection that is not started yet.</summary>
    public HubConnection CreateHubConnection(HttpTransportType transports = HttpTransportType.WebSockets) => new HubConnectionBuilder()
        .WithUrl(new Uri(_address(), "hub"), transports, options =>
        {
            options.Cookies = Cookies;
            options.Headers["Origin"] = Origin;
        })
        .AddJsonProtocol(options => options.PayloadSerializerOptions = Json)
        .Build();

    /// <summary>Makes a hub connection and starts it.</summary>
    public async Task<HubConnection> ConnectAsync(HttpTransportType transports = HttpTransportType.WebSockets)
    {
        var connection = CreateHubConnection(transports);
        await connection.StartAsync();
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    /// <summary>Sends every request to where the server is now, as a page of it would.</summary>
    private sealed class Addressed(Func<Uri> address, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var now = address();
            request.RequestUri = new Uri(now, request.RequestUri!.PathAndQuery);
            if (request.Method != HttpMethod.Get)
            {
                request.Headers.TryAddWithoutValidation("Origin", now.GetLeftPart(UriPartial.Authority));
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
