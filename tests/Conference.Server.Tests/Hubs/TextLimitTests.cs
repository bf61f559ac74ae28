using Conference.Core;
using Conference.Server.Hubs.Filters;
using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Hubs;

/// <summary>How much chat is stored, whoever writes it.</summary>
public sealed class TextLimitTests
{
    private const int Burst = 16 * 1024;
    private const int Overhead = 300;
    private static readonly string Text = new('x', 4000);
    private readonly FakeTimeProvider _clock = TestClock.Create();

    [Fact]
    public async Task AVisitorHasSoMuchStoredAndNoMoreInAnyRoom()
    {
        await using var server = Start("Visitor");
        using var eves = await server.VisitAsync();
        using var adas = await server.VisitAsync();
        var code = await adas.CreateRoomAsync();
        await using var eve = await SitAsync(eves, code);
        await using var elsewhere = await SitAsync(eves, await eves.CreateRoomAsync());
        await using var ada = await SitAsync(adas, code);

        await AssertFillsAsync(eve);
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => elsewhere.SayAsync(Text)));
        await ada.SayAsync(Text);

        _clock.Advance(TimeSpan.FromSeconds(Text.Length + Overhead));
        await elsewhere.SayAsync(Text);
    }

    [Fact]
    public async Task ARoomHasSoMuchStoredWhoeverWrites()
    {
        await using var server = Start("Room");
        using var eves = await server.VisitAsync();
        using var adas = await server.VisitAsync();
        var code = await adas.CreateRoomAsync();
        await using var eve = await SitAsync(eves, code);
        await using var ada = await SitAsync(adas, code);
        await using var elsewhere = await SitAsync(eves, await eves.CreateRoomAsync());

        await AssertFillsAsync(eve);
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => ada.SayAsync(Text)));
        await elsewhere.SayAsync(Text);
    }

    [Fact]
    public async Task TheServerStoresSoMuchForAllRooms()
    {
        await using var server = Start("");
        using var eves = await server.VisitAsync();
        using var adas = await server.VisitAsync();
        await using var eve = await SitAsync(eves, await eves.CreateRoomAsync());
        await using var ada = await SitAsync(adas, await adas.CreateRoomAsync());

        await AssertFillsAsync(eve);
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => ada.SayAsync(Text)));
        _clock.Advance(TimeSpan.FromSeconds(Text.Length + Overhead));
        await ada.SayAsync(Text);
    }

    [Fact]
    public async Task WhatIsRefusedTakesNoRoomFromAnybody()
    {
        await using var server = Start("Room");
        using var eves = await server.VisitAsync();
        using var adas = await server.VisitAsync();
        var code = await adas.CreateRoomAsync();
        await using var eve = await SitAsync(eves, code);
        await using var ada = await SitAsync(adas, code);
        using (await adas.PatchAsync($"/api/rooms/{code}/settings", """{"mayChat":false}"""))
        {
            for (var i = 0; i < 10; i++)
            {
                Assert.Equal(ErrorCodes.NotAllowed, await Guest.RefusalAsync(() => eve.SayAsync(Text)));
            }
        }

        await AssertFillsAsync(ada);
    }

    /// <summary>At four times the pace of a connection, in the longest texts, with the limits that a server has by itself.</summary>
    [Fact]
    public void ADayOfWritingAsFastAsCanBeIsBounded()
    {
        var limits = Limits(new LimitsOptions());
        var (eve, stored) = (Guid.NewGuid(), 0L);
        for (var i = 0; i < 24 * 3600 * 20; i++)
        {
            stored += limits.TryTake(eve, roomId: 1, Text) ? Text.Length + Overhead : 0;
            _clock.Advance(TimeSpan.FromSeconds(0.05));
        }

        Assert.InRange(stored, 20_000_000, 26_000_000);
        Assert.True(limits.TryTake(Guid.NewGuid(), roomId: 1, Text));
    }

    [Fact]
    public void WhatARoomRefusesCountsForNoVisitor()
    {
        const double once = 4000 + Overhead;
        var limits = Limits(new LimitsOptions { VisitorTextRate = 0, VisitorTextBurst = once, RoomTextRate = 0, RoomTextBurst = once });
        var eve = Guid.NewGuid();
        Assert.True(limits.TryTake(Guid.NewGuid(), roomId: 1, Text));

        Assert.False(limits.TryTake(eve, roomId: 1, Text));
        Assert.True(limits.TryTake(eve, roomId: 2, Text));
    }

    [Fact]
    public void WhatTheServerRefusesCountsForNoVisitorAndNoRoom()
    {
        const double once = 4000 + Overhead;
        var limits = Limits(new LimitsOptions
        {
            VisitorTextRate = 0,
            VisitorTextBurst = once,
            RoomTextRate = 0,
            RoomTextBurst = once,
            TextRate = 1,
            TextBurst = once,
        });
        var eve = Guid.NewGuid();
        Assert.True(limits.TryTake(Guid.NewGuid(), roomId: 1, Text));

        Assert.False(limits.TryTake(eve, roomId: 2, Text));
        _clock.Advance(TimeSpan.FromSeconds(once));
        Assert.True(limits.TryTake(eve, roomId: 2, Text));
    }

    private static async Task<Guest> SitAsync(ConferenceVisitor visitor, string code)
    {
        var guest = await Guest.ConnectAsync(visitor);
        await guest.JoinAsync(Guest.Request(code));
        return guest;
    }

    private static async Task AssertFillsAsync(Guest writer)
    {
        for (var stored = Text.Length + Overhead; stored <= Burst; stored += Text.Length + Overhead)
        {
            await writer.SayAsync(Text);
        }

        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => writer.SayAsync(Text)));
    }

    /// <summary>With these limits alone.</summary>
    private ConferenceServer Start(params string[] limited) => ConferenceServer.Start(options =>
    {
        options.Clock = _clock;
        options.LiftLimits();
        foreach (var whose in limited)
        {
            options.Settings[$"Limits:{whose}TextRate"] = "1";
            options.Settings[$"Limits:{whose}TextBurst"] = $"{Burst}";
        }
    });

    private TextLimits Limits(LimitsOptions options) => new(Microsoft.Extensions.Options.Options.Create(options), _clock);
}
