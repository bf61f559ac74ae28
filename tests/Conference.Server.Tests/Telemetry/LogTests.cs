using System.Text.Json;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR.Client;

namespace Conference.Server.Tests.Telemetry;

public sealed class LogTests
{
    private const string Name = "Canary Name";
    private const string Text = "canary text";
    private const string Title = "Canary Title";
    private const string Search = "canarysearch";

    [Fact]
    public async Task TheLogHasIdsAndNeverWhatSomebodyTypedOrKeepsSecret()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ConferenceProcess.StartAsync(folder.Path, "--Logging:Format=json", "--Logging:Level=Debug");
        using var ada = await server.VisitAsync();
        var code = await ada.CreateRoomAsync(Title);
        var token = await TalkAsync(ada, code);
        using var search = await ada.GetAsync($"/api/rooms/{code}/search?text={Search}");
        using var missing = await ada.GetAsync($"/r/{code}?name={Search}", "text/html");
        await server.StopAsync();

        var log = string.Join('\n', server.Output);
        var cookie = ada.Cookies.GetAllCookies().Single().Value;
        Assert.All([Name, Text, Title, Search, code, code.Replace("-", "", StringComparison.Ordinal), cookie, token, "127.0.0.1\"", "User-Agent"], secret =>
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Output, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Contains("/api/rooms/{code}/search", log, StringComparison.Ordinal);
    }

    private static async Task<string> TalkAsync(ConferenceVisitor visitor, string code)
    {
        await using var connection = await visitor.ConnectAsync();
        var joined = await connection.InvokeAsync<JoinRoomResult>(
            "JoinRoom",
            new JoinRoomRequest(code, Name, "page1", new ParticipantMedia(MicrophoneState.None, CameraState.None), ChatOnly: true));
        await connection.InvokeAsync("SendMessage", new SendMessageRequest(Guid.NewGuid().ToString("N"), Text));
        await Assert.ThrowsAnyAsync<Exception>(() => connection.InvokeAsync("SendMessage", new SendMessageRequest("bad", Text)));
        return joined.Seat!.ResumeToken;
    }
}
