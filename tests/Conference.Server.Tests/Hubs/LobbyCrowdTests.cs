using System.Collections.Concurrent;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Access;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Server.Tests.Hubs;

/// <summary>A lobby that many want to pass.</summary>
public sealed class LobbyCrowdTests : IAsyncLifetime
{
    private const int Crowd = 1000;
    private const int AtOnce = 25;
    private readonly List<IDisposable> _pages = [];
    private ConferenceServer _server = null!;
    private ConferenceVisitor _adasBrowser = null!;
    private string _room = "";
    private GateLedger _ledger = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _ledger.Dispose();
        _pages.ForEach(page => page.Dispose());
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task AFullLobbyTakesNobodyMoreUntilSomebodyIsAnsweredOrGoes()
    {
        await using var ada = await OpenAsync(lobbyLimit: 2);
        var (bob, cy, dan) = (await VisitAsync(), await VisitAsync(), await VisitAsync());
        Assert.Equal("waiting", (await KnockAsync(bob, "Bob")).Status);
        var (cysPage, cysStatus) = await KnockAsync(cy, "Cy");
        Assert.Equal("waiting", cysStatus);

        var (dansPage, dansStatus) = await KnockAsync(dan, "Dan");
        Assert.Equal("full", dansStatus);
        Assert.Equal("waiting", (await KnockAsync(bob, "Bob")).Status);
        Assert.Equal(2, _ledger.Count("Persons", "Access = 1"));
        await cysPage.InvokeAsync(nameof(IConferenceServer.LeaveRoom));

        Assert.Equal("waiting", (await JoinAsync(dansPage, "Dan")).Status);
        Assert.Equal(2, _ledger.Count("Persons", "Access = 1"));
    }

    /// <summary>Every other one is let in. The one who decides, the host beside, the database and each of the thousand agree on every one of them.</summary>
    [Fact]
    public async Task AThousandWhoKnockWhileAHostDecidesAreAnsweredOnceEach()
    {
        await using var ada = await OpenAsync(lobbyLimit: Crowd);
        await using var beside = await Guest.ConnectAsync(_adasBrowser);
        await beside.JoinAsync(Guest.Request(_room, "Ada"));
        var decisions = new ConcurrentDictionary<string, bool>();

        var deciding = DecideAsync(ada, decisions);
        var pages = new ConcurrentDictionary<string, RawConnection>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Crowd), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            var (page, status) = await KnockAsync(await VisitAsync(), $"Guest {i}");
            Assert.Equal("waiting", status);
            pages[$"Guest {i}"] = page;
        });
        await deciding;

        foreach (var (name, page) in pages)
        {
            await page.SettleAsync();
            var answer = Assert.Single(page.Told);
            Assert.Equal(nameof(IConferenceClient.LobbyAnswered), (string?)answer["target"]);
            Assert.Equal(decisions[name], (bool)answer["arguments"]![0]!["admitted"]!);
        }

        await ada.CallAsync(nameof(IConferenceServer.RaiseHand));
        var version = beside.View.Version + 1;
        Assert.Empty((await ada.ReadViewAsync(version)).Lobby);
        Assert.Empty((await beside.ReadViewAsync(version)).Lobby);
        Assert.Equal(Crowd / 2, _ledger.Count("Persons", "Access = 3 AND NOT IsHost"));
        Assert.Equal(Crowd / 2, _ledger.Count("Persons", "Access = 2"));
        Assert.Equal(Crowd, _ledger.Count("AuditLines", "Action IN (0, 1)"));
    }

    private static async Task DecideAsync(Guest host, ConcurrentDictionary<string, bool> decisions)
    {
        for (var i = 0; i < Crowd; i++)
        {
            var guest = (await host.SkipToAsync<GuestWaitingEvent>()).Guest;
            decisions[guest.Name] = i % 2 == 0;
            var method = decisions[guest.Name] ? nameof(IConferenceServer.AdmitGuest) : nameof(IConferenceServer.DenyGuest);
            await host.CallAsync(method, new GuestRequest(guest.Id));
        }
    }

    /// <summary>A server, and a room with a lobby in which Ada sits.</summary>
    private async Task<Guest> OpenAsync(int lobbyLimit)
    {
        _server = ConferenceServer.Start(options =>
        {
            options.Settings["Rooms:LobbyLimit"] = lobbyLimit.ToString(System.Globalization.CultureInfo.InvariantCulture);
            options.LiftLimits();
            // Who waits here is silent for as long as the slowest machine takes for all of them.
            options.ConfigureServices = services => services.PostConfigure<HubOptions>(hub => hub.ClientTimeoutInterval = TimeSpan.FromMinutes(5));
        });
        _ledger = new GateLedger(_server.DataFolder);
        _adasBrowser = await VisitAsync();
        _room = await _adasBrowser.CreateRoomAsync("Weekly");
        var ada = await Guest.ConnectAsync(_adasBrowser);
        await ada.JoinAsync(Guest.Request(_room, "Ada"));
        using var response = await _adasBrowser.PatchAsync($"/api/rooms/{_room}/settings", """{"lobby":true}""");
        response.EnsureSuccessStatusCode();
        return ada;
    }

    private async Task<ConferenceVisitor> VisitAsync()
    {
        var visitor = await _server.VisitAsync();
        Keep(visitor);
        return visitor;
    }

    private async Task<(RawConnection Page, string? Status)> KnockAsync(ConferenceVisitor visitor, string name)
    {
        var page = await RawConnection.ConnectAsync(visitor);
        Keep(page);
        return (page, (await JoinAsync(page, name)).Status);
    }

    private Task<RawAnswer> JoinAsync(RawConnection page, string name) =>
        page.InvokeAsync(nameof(IConferenceServer.JoinRoom), Guest.Request(_room, name));

    private void Keep(IDisposable page)
    {
        lock (_pages)
        {
            _pages.Add(page);
        }
    }
}
