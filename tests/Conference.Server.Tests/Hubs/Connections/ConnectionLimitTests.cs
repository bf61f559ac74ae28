using Conference.Core;
using Conference.TestKit;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>How many connections there may be.</summary>
public sealed class ConnectionLimitTests
{
    private const string Here = "203.0.113.1";
    private const string Elsewhere = "203.0.113.2";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task AVisitorHasOnlySoManyWhereverItIs()
    {
        await using var server = StartWith("VisitorConnections");
        using var ada = await server.VisitAsync();
        using var bob = await server.VisitAsync();
        await using var first = await OpenAsync(ada, Here);
        await using var second = await OpenAsync(ada, Elsewhere);

        await AssertRefusedAsync(ada, Here);
        await AssertRefusedAsync(ada, Elsewhere);
        await using var other = await OpenAsync(bob, Here);
    }

    [Fact]
    public async Task AnAddressHasOnlySoManyWhoeverTheyAre()
    {
        await using var server = StartWith("AddressConnections");
        using var ada = await server.VisitAsync();
        using var bob = await server.VisitAsync();
        await using var first = await OpenAsync(ada, Here);
        await using var second = await OpenAsync(bob, Here);

        await AssertRefusedAsync(ada, Here);
        await using var other = await OpenAsync(ada, Elsewhere);
    }

    [Fact]
    public async Task TheServerHasOnlySoMany()
    {
        await using var server = StartWith("Connections");
        using var ada = await server.VisitAsync();
        using var bob = await server.VisitAsync();
        await using var first = await OpenAsync(ada, Here);
        await using var second = await OpenAsync(ada, Here);

        await AssertRefusedAsync(bob, Elsewhere);
    }

    [Fact]
    public async Task WhoLeavesMakesRoom()
    {
        await using var server = StartWith("Connections");
        using var ada = await server.VisitAsync();
        await using var first = await OpenAsync(ada, Here);
        await using var second = await OpenAsync(ada, Here);
        await AssertRefusedAsync(ada, Here);

        await second.DisposeAsync();

        await using var third = await OpenInTimeAsync(ada);
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

    private static async Task<HubConnection> OpenAsync(ConferenceVisitor visitor, string address)
    {
        var connection = new HubConnectionBuilder().WithUrl($"{visitor.Origin}/hub", HttpTransportType.WebSockets, options =>
        {
            options.Cookies = visitor.Cookies;
            options.Headers["Origin"] = visitor.Origin;
            options.Headers["X-Forwarded-For"] = address;
        }).Build();
        await connection.StartAsync().WaitAsync(Patience);
        return connection;
    }

    private static async Task AssertRefusedAsync(ConferenceVisitor visitor, string address)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(visitor, address));
        Assert.Contains($"{ErrorCodes.TooFast}: There are too many connections.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The server frees the place a moment after the page closed.</summary>
    private static async Task<HubConnection> OpenInTimeAsync(ConferenceVisitor visitor)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                return await OpenAsync(visitor, Here);
            }
            catch (Exception refusal) when (refusal.Message.Contains(ErrorCodes.TooFast, StringComparison.Ordinal))
            {
                patience.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
