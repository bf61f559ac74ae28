using Conference.TestKit;

namespace Conference.Server.Tests.Endpoints;

public sealed class RequestLimitTests : ServerTest
{
    protected override void Configure(ConferenceServerOptions options)
    {
        options.Settings["Limits:RoomRate"] = "0.001";
        options.Settings["Limits:RoomBurst"] = "2";
        options.Settings["Limits:RequestRate"] = "0.001";
        options.Settings["Limits:RequestBurst"] = "3";
    }

    [Fact]
    public async Task AnAddressOpensOnlySoManyRooms()
    {
        await (await VisitAsync()).CreateRoomAsync();

        using var response = await (await VisitAsync()).PostAsync("/api/rooms", "{}");

        await response.AssertProblemAsync(429, "too_fast");
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task AnAddressTriesOnlySoManyCodes()
    {
        var answers = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await Ada.GetAsync($"/api/rooms/kmr-vxtd-hp{(char)('a' + i)}");
            answers.Add((int)response.StatusCode);
        }

        Assert.Equal([404, 404, 404, 429, 429], answers);
    }
}
