using Conference.Core;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>How many connections there may be.</summary>
public sealed class ConnectionLimitTests
{
    private const string Here = "203.0.113.1";
    private const string Elsewhere = "203.0.113.2";

    [Fact]
    public async Task AVisitorHasOnlySoManyWhereverItIs()
    {
        await using var server = StartWith("VisitorConnections");
        using var ada = await server.VisitAsync();
        using var bob = await server.VisitAsync();
        using var first = await ada.OpenAsync(Here);
        using var second = await ada.OpenAsync(Elsewhere);

        await ada.AssertRefusedAsync(Here);
        await ada.AssertRefusedAsync(Elsewhere);
        using var other = await bob.OpenAsync(Here);
    }

    [Fact]
    public async Task AnAddressHasOnlySoManyWhoeverTheyAre()
    {
        await using var server = StartWith("AddressConnections");
        using var ada = await server.VisitAsync();
        using var bob = await server.VisitAsync();
        using var first = await ada.OpenAsync(Here);
        using var second = await bob.OpenAsync(Here);

        await ada.AssertRefusedAsync(Here);
        using var other = await ada.OpenAsync(Elsewhere);
    }

    [Fact]
    public async Task TheServerHasOnlySoMany()
    {
        await using var server = StartWith("Connections");
        using var ada = await server.VisitAsync();
        using var bob = await server.VisitAsync();
        using var first = await ada.OpenAsync(Here);
        using var second = await ada.OpenAsync(Here);

        await bob.AssertRefusedAsync(Elsewhere);
    }

    [Fact]
    public async Task WhoLeavesMakesRoom()
    {
        await using var server = StartWith("Connections");
        using var ada = await server.VisitAsync();
        using var first = await ada.OpenAsync(Here);
        using var second = await ada.OpenAsync(Here);
        await ada.AssertRefusedAsync(Here);

        second.Dispose();

        using var third = await ada.OpenInTimeAsync(Here);
    }

    [Fact]
    public async Task AnAddressOpensOnlySoManyAtOnce()
    {
        await using var server = ConferenceServer.Start(options =>
        {
            options.Settings["Limits:ConnectRate"] = "0.001";
            options.Settings["Limits:ConnectBurst"] = "2";
        });
        using var ada = await server.VisitAsync();
        await using var negotiated = await Guest.ConnectAsync(ada);
        using var raw = await RawConnection.ConnectAsync(ada);

        using var response = await ada.PostAsync("/hub/negotiate?negotiateVersion=1", "");

        await response.AssertProblemAsync(429, ErrorCodes.TooFast);
    }

    private static ConferenceServer StartWith(string limit) => ConferenceServer.Start(options => options.Settings[$"Limits:{limit}"] = "2");
}
