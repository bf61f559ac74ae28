using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Fuzz;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Telemetry;

/// <summary>
/// Whatever people type, have or are goes through every method and route, in the right way, in wrong ones, and while the database is broken. None of it is
/// in the log, in a metric, or in what a failed call is told.
/// </summary>
public sealed partial class CanaryTests
{
    private const string Canary = "Canary7f3a";
    private const string Address = "203.0.113.77";
    private const string Handshake = """{"protocol":"json","version":1}""";
    private const int CallsOfAMethod = 60;
    private static readonly string[] Values = ["../", Canary, "2026", "0"];
    private readonly List<string> _secrets = [Canary, Address];

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task TheLogKnowsNobody(string format)
    {
        using var folder = new TemporaryFolder();
        var limits = NoLimits.Settings.Select(limit => $"--{limit.Key}={limit.Value}");
        await using var server = await ConferenceProcess.StartAsync(folder.Path, [$"--Logging:Format={format}", "--Logging:Level=Debug", .. limits]);

        await LiveAsync(server.VisitAsync, folder.Path);
        await server.StopAsync();

        var lines = server.Output.Concat(server.Errors).ToList();
        AssertSilent(string.Join('\n', lines));
        Assert.Contains(lines, line => line.Contains("/api/rooms/{code}/settings", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("JoinRoom failed", StringComparison.Ordinal) || line.Contains("{Method} failed", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Failed to invoke hub method", StringComparison.Ordinal));
        if (format == "json")
        {
            Assert.All(server.Output, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        }
    }

    [Fact]
    public async Task MetricsKnowNobody()
    {
        var tags = new ConcurrentDictionary<string, int>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        Listen<int>(listener, tags);
        Listen<long>(listener, tags);
        Listen<double>(listener, tags);
        listener.Start();
        await using var server = ConferenceServer.Start(options =>
        {
            options.Settings["Logging:Level"] = "Critical";
            options.LiftLimits();
        });

        await LiveAsync(server.VisitAsync, server.DataFolder);
        listener.RecordObservableInstruments();

        AssertSilent(string.Join('\n', tags.Keys));
        Assert.Contains(tags.Keys, tag => tag.Contains("/api/rooms/{code}/settings", StringComparison.Ordinal));
    }

    private static void Listen<T>(MeterListener listener, ConcurrentDictionary<string, int> tags)
        where T : struct => listener.SetMeasurementEventCallback<T>((_, _, measured, _) =>
        {
            foreach (var (key, value) in measured)
            {
                tags.TryAdd($"{key}={value}", 0);
            }
        });

    private void AssertSilent(string text) => Assert.All(_secrets, secret => Assert.False(
        text.Contains(secret, StringComparison.OrdinalIgnoreCase),
        $"{secret} is in: …{text[Math.Max(0, text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) - 400)..].Split('\n')[0]}"));

    private async Task LiveAsync(Func<Task<ConferenceVisitor>> visit, string dataFolder)
    {
        using var ada = await visit();
        using var eve = await visit();
        Array.ForEach([ada, eve], visitor => Dress(visitor));
        var code = await ada.CreateRoomAsync($"{Canary} title");
        _secrets.AddRange([code, code.Replace("-", "", StringComparison.Ordinal)]);
        await SettleAsync(ada, eve, code);
        await TryEverythingAsync(ada, eve, code);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "conference.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "ALTER TABLE Persons RENAME TO Gone";
            await command.ExecuteNonQueryAsync();
        }

        await TryEverythingAsync(ada, eve, code);
    }

    /// <summary>What a browser and the proxies before the server say of themselves.</summary>
    private void Dress(ConferenceVisitor visitor)
    {
        _secrets.Add(visitor.Cookies.GetAllCookies().Single().Value);
        var headers = visitor.Http.DefaultRequestHeaders;
        headers.Add("X-Forwarded-For", Address);
        headers.Add("User-Agent", Canary);
        headers.Add("Referer", $"http://{Canary}.example/");
        headers.Add("Accept-Language", Canary);
    }

    /// <summary>What honest people do, as far as it has secrets.</summary>
    private async Task SettleAsync(ConferenceVisitor ada, ConferenceVisitor eve, string code)
    {
        using var changed = await ada.Http.PatchAsJsonAsync(
            $"/api/rooms/{code}/settings", new ChangeSettingsRequest(Lobby: true, Password: $"{Canary} password", LobbyMessage: $"{Canary} message"), ConferenceVisitor.Json);
        using var link = await ada.PostAsync($"/api/rooms/{code}/host-link", "{}");
        _secrets.Add((await link.ReadAsync<HostLink>()).Secret);
        await using var host = await Guest.ConnectAsync(ada);
        _secrets.Add((await host.JoinAsync(Guest.Request(code, $"{Canary} Ada"))).ResumeToken);
        await host.SayAsync($"{Canary} text");
        await using var guest = await Guest.ConnectAsync(eve);
        await guest.TryJoinAsync(Guest.Request(code, $"{Canary} Eve") with { Password = $"{Canary} wrong" });
        await guest.TryJoinAsync(Guest.Request(code, $"{Canary} Eve") with { Password = $"{Canary} password" });
        await host.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest((await host.SkipToAsync<GuestWaitingEvent>()).Guest.Id));
        _secrets.Add((await guest.JoinAsync(Guest.Request(code, $"{Canary} Eve"))).ResumeToken);
    }

    private async Task TryEverythingAsync(ConferenceVisitor ada, ConferenceVisitor eve, string code)
    {
        await TryRoutesAsync(ada, code);
        await TryRoutesAsync(eve, code);
        await TryMethodsAsync(ada, code);
        await TryMethodsAsync(eve, code);
        using var page = await eve.GetAsync($"/r/{code}?name={Canary}", "text/html");
        using var missing = await eve.GetAsync($"/{Canary}/{code}", "text/html");
        using var hub = await eve.PostAsync($"/hub/negotiate?access_token={Canary}", Canary);
        AssertSilent(await missing.Content.ReadAsStringAsync());
    }

    /// <summary>All routes that the description has, but for the one that would end the story.</summary>
    private async Task TryRoutesAsync(ConferenceVisitor visitor, string code)
    {
        var description = await visitor.ReadAsync<JsonElement>("/openapi/v1.json");
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject().Select(method => new HttpMethod(method.Name.ToUpperInvariant())))
            {
                foreach (var text in Values.Where(_ => !(method == HttpMethod.Delete && path.Name.EndsWith("{code}", StringComparison.Ordinal))))
                {
                    await TryRouteAsync(visitor, method, Fill(path.Name, code, text));
                }
            }
        }
    }

    private async Task TryRouteAsync(ConferenceVisitor visitor, HttpMethod method, string path)
    {
        string[] bodies =
        [
            "{}", $"\"{Canary}\"", $$"""{"{{Canary}}":"{{Canary}}"}""", $$"""{"title":"{{Canary}}\u0000","secret":"{{Canary}}","password":"{{Canary}}","lobbyMessage":"{{Canary}}","keepDays":"{{Canary}}"}""",
            $$"""{"secret":"{{Canary}}"}""", $$"""{"title":"{{Canary}}"}""", Canary,
        ];
        foreach (var body in method == HttpMethod.Get ? bodies[..1] : bodies)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = method == HttpMethod.Get ? null : new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await visitor.Http.SendAsync(request);
            if (response.StatusCode >= HttpStatusCode.BadRequest)
            {
                AssertSilent(await response.Content.ReadAsStringAsync());
            }
        }
    }

    private static string Fill(string path, string code, string text) =>
        $"{path.Replace("{code}", code, StringComparison.Ordinal).Replace("{personId}", Canary, StringComparison.Ordinal)}?text={text}&person={Canary}&before={text}&from={text}&year={text}&month={text}&timeZone={text}";

    /// <summary>All methods with canaries in every place that a text can be in; what is wrong is answered without a word of it.</summary>
    private async Task TryMethodsAsync(ConferenceVisitor visitor, string code)
    {
        var random = new Random(FuzzPlan.Seed);
        var frames = new HostileFrames(random, SceneTexts.Of(Canary));
        var generator = new RequestGenerator(random, SceneTexts.Of(Canary));
        var join = JsonSerializer.Serialize(Guest.Request(code, $"{Canary} name") with { ChatOnly = true, Password = $"{Canary} password", ResumeToken = Canary }, HubWire.Json);
        foreach (var method in typeof(IConferenceServer).GetMethods())
        {
            var calls = Enumerable.Range(0, CallsOfAMethod).Select(_ => Call(method.Name, generator.Write(method)));
            await TryFramesAsync(visitor, frames, [Call(nameof(IConferenceServer.JoinRoom), $"[{join}]"), .. calls]);
        }

        await TryFramesAsync(visitor, frames, [Call("RaiseHand", $"[\"{Canary}\"]"), $$"""{"type":4,"invocationId":"{{Canary}}","target":"RaiseHand","arguments":["{{Canary}}"]}"""]);
        await TryFramesAsync(visitor, frames, [$$"""{"type":"{{Canary}}"}"""]);
        await TryFramesAsync(visitor, frames, [Canary]);
        // Whoever names a method or a protocol that there is not gets the name back from the framework, and nobody else does.
        await SendFramesAsync(visitor, frames, [Handshake, Call(Canary, "[]")]);
        await SendFramesAsync(visitor, frames, [$$"""{"protocol":"{{Canary}}","version":1}"""]);
    }

    private async Task TryFramesAsync(ConferenceVisitor visitor, HostileFrames frames, string[] records)
    {
        var said = await SendFramesAsync(visitor, frames, [Handshake, .. records]);
        AssertSilent(string.Join('\n', Errors().Matches(said).Select(match => match.Value)));
    }

    private static async Task<string> SendFramesAsync(ConferenceVisitor visitor, HostileFrames frames, string[] records)
    {
        using var socket = await RawSocket.UpgradeAsync(visitor, $"X-Forwarded-For: {Address}\r\nUser-Agent: {Canary}\r\n");
        await socket.SendAsync(records.SelectMany(frames.Record).ToArray());
        return await socket.EndAsync();
    }

    private static string Call(string method, string arguments) => $$"""{"type":1,"invocationId":"1","target":"{{method}}","arguments":{{arguments}}}""";

    [GeneratedRegex("\"error\":\"[^\"]*\"")]
    private static partial Regex Errors();
}
