using System.Net;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.Server.Rooms;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Rooms;

/// <summary>Nobody finds rooms by going through the codes.</summary>
public sealed class RoomLookupTests : ServerTest
{
    private readonly FakeTimeProvider _clock = TestClock.Create();

    private StoreCalls Calls => (StoreCalls)(object)Server.Get<IRoomStore>();

    [Fact]
    public async Task AMillionGuessesFindNothingAndHardlyReachTheDatabase()
    {
        const int Guesses = 1_000_000;
        var lookups = Server.Get<RoomLookups>();
        var address = IPAddress.Parse("203.0.113.7");
        var (reached, hits) = (0, 0);
        Calls.Take();

        // A thousand a second, each with a new cookie.
        for (var i = 0; i < Guesses; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            var visitor = Guid.NewGuid();
            if (lookups.IsOpenTo(visitor, address))
            {
                reached++;
                hits += await lookups.FindAsync(RoomCode.Create(), visitor, address, CancellationToken.None) is null ? 0 : 1;
            }
        }

        Assert.Equal(0, hits);
        Assert.InRange(reached, 1, 5 + 1000 + 1);
        Assert.Equal(reached, Calls.Take().Count(name => name == nameof(IRoomStore.FindAsync)));
        await Assert.ThrowsAsync<ConferenceException>(() => lookups.FindAsync(RoomCode.Create(), Guid.NewGuid(), address, CancellationToken.None));
        Assert.Empty(Calls.Take());
    }

    [Fact]
    public async Task WhoTriedTooManyCodesIsToldNothingOfAnyUntilLater()
    {
        var eve = await VisitAsync();
        for (var i = 0; i < 3; i++)
        {
            await AssertReadAsync(eve, RoomCode.Create().ToString(), 404, ErrorCodes.RoomNotFound);
        }

        Calls.Take();
        await AssertReadAsync(eve, Code, 429, ErrorCodes.TooFast);
        await AssertReadAsync(eve, RoomCode.Create().ToString(), 429, ErrorCodes.TooFast);
        await using var page = await Guest.ConnectAsync(eve);
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => page.TryJoinAsync(Guest.Request(Code))));
        Assert.Empty(Calls.Take());

        await Ada.ReadAsync<object>(RoomPath);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await eve.ReadAsync<object>(RoomPath);
    }

    [Fact]
    public async Task CodesTriedOverTheHubCountAsWell()
    {
        var eve = await VisitAsync();
        await using var page = await Guest.ConnectAsync(eve);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(JoinStatus.NotFound, (await page.TryJoinAsync(Guest.Request(RoomCode.Create().ToString()))).Status);
        }

        await AssertReadAsync(eve, Code, 429, ErrorCodes.TooFast);
    }

    [Fact]
    public async Task ASeatOfOnesOwnIsNoWayToTryOtherCodes()
    {
        var eve = await VisitAsync();
        await using var seated = await Guest.ConnectAsync(eve);
        await seated.JoinAsync(Guest.Request(Code));
        await using var page = await Guest.ConnectAsync(eve);
        for (var i = 0; i < 3; i++)
        {
            var guess = Guest.Request(RoomCode.Create().ToString()) with { ResumeToken = seated.Seat.ResumeToken };
            Assert.Equal(JoinStatus.NotFound, (await page.TryJoinAsync(guess)).Status);
        }

        await AssertReadAsync(eve, Code, 429, ErrorCodes.TooFast);
    }

    [Fact]
    public async Task ALinkThatEndsWhileSomebodyComesByItIsNoWayIn()
    {
        Assert.True(RoomCode.TryParse(Code, out var code));
        var store = Server.Get<IRoomStore>();
        var room = (await store.FindAsync(code, CancellationToken.None))!;
        await using var page = await Guest.ConnectAsync(await VisitAsync());
        Task<JoinRoomResult> coming;
        using (await Server.Get<RoomTurns>().EnterAsync(room.Id))
        {
            Calls.Take();
            coming = page.TryJoinAsync(Guest.Request(Code));
            await UntilFoundAsync();
            await store.ChangeCodeAsync(room.Id, CancellationToken.None);
        }

        Assert.Equal(JoinStatus.NotFound, (await coming).Status);
    }

    [Fact]
    public async Task NewCookiesDoNotHelpAndOtherAddressesDoNotSuffer()
    {
        for (var i = 0; i < 5; i++)
        {
            await AssertReadAsync(await VisitAsync(), RoomCode.Create().ToString(), 404, ErrorCodes.RoomNotFound);
        }

        await AssertReadAsync(await VisitAsync(), Code, 429, ErrorCodes.TooFast);

        var elsewhere = await VisitAsync();
        elsewhere.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        await elsewhere.ReadAsync<object>(RoomPath);
    }

    [Fact]
    public async Task RoomsThatAreThereCountForNobody()
    {
        for (var i = 0; i < 20; i++)
        {
            await Ada.ReadAsync<object>(RoomPath);
        }
    }

    [Fact]
    public async Task ARoomThatIsNotThereCostsTheSameWorkAsOneThatRefuses()
    {
        var eve = await VisitAsync();
        using (await Ada.PatchAsync($"{RoomPath}/settings", """{"locked":true}"""))
        {
        }

        await using var page = await Guest.ConnectAsync(eve);
        Calls.Take();
        using var refused = await eve.GetAsync($"{RoomPath}/messages");
        var whenRefused = Calls.Take();
        using var missing = await eve.GetAsync($"/api/rooms/{RoomCode.Create()}/messages");
        Assert.Equal(whenRefused, Calls.Take());
        Assert.Equal([403, 404], new[] { (int)refused.StatusCode, (int)missing.StatusCode });

        Assert.Equal(JoinStatus.Locked, (await page.TryJoinAsync(Guest.Request(Code))).Status);
        var whenLocked = Calls.Take();
        Assert.Equal(JoinStatus.NotFound, (await page.TryJoinAsync(Guest.Request(RoomCode.Create().ToString()))).Status);
        Assert.Equal(whenLocked, Calls.Take());
    }

    protected override void Configure(ConferenceServerOptions options)
    {
        options.Clock = _clock;
        options.ConfigureServices = StoreCalls.Record;
        options.Settings["Limits:VisitorWrongCodeBurst"] = "3";
        options.Settings["Limits:WrongCodeBurst"] = "5";
    }

    /// <summary>A room was found by its link, and whoever came by it waits for the room's turn.</summary>
    private async Task UntilFoundAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!Calls.Take().Contains(nameof(IRoomStore.FindPersonAsync)))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task AssertReadAsync(ConferenceVisitor visitor, string code, int status, string error)
    {
        using var response = await visitor.GetAsync($"/api/rooms/{code}");
        await response.AssertProblemAsync(status, error);
    }
}
