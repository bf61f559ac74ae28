using System.Diagnostics;
using System.Net;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>Thousands of sockets of one address that never get anywhere: who is in a call does not notice, and others get in.</summary>
public sealed class HalfOpenCrowdTests
{
    private const int Sockets = 5000;
    private const int Samples = 200;

    // More of them want a WebSocket than the server takes in all; it is their address that they may not share with the others. Who says nothing stays
    // until all are there, however long that takes.
    private static readonly string[] Settings =
    [
        "--Limits:ChatRate=1000", "--Limits:ChatBurst=1000", "--Limits:ConnectBurst=10000", "--Limits:Connections=1000", "--Limits:AddressConnections=500",
        "--Limits:Silence=00:05:00",
    ];

    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task ACrowdOfHalfOpenSocketsIsNobodyElsesMatter()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ConferenceProcess.StartAsync(folder.Path, Settings);
        using var ada = await server.VisitAsync();
        await using var page = await Guest.ConnectAsync(ada);
        var code = await ada.CreateRoomAsync();
        await page.JoinAsync(Guest.Request(code));
        await MeasureAsync(page, Samples / 10);
        var quiet = await MeasureAsync(page, Samples);

        using var crowd = await HalfOpenCrowd.GatherAsync(server, Elsewhere, Sockets);
        var joining = await MeasureJoinAsync(server, code);
        var crowded = await MeasureAsync(page, Samples);

        Assert.InRange(crowd.Open, Sockets / 2, Sockets);
        Assert.InRange(crowded, TimeSpan.Zero, quiet * 2 > Unnoticed ? quiet * 2 : Unnoticed);
        Assert.InRange(joining, TimeSpan.Zero, LongestJoin);
    }

    /// <summary>Says something again and again.</summary>
    /// <returns>How long all but the slowest hundredth took to be acknowledged.</returns>
    private static async Task<TimeSpan> MeasureAsync(Guest page, int samples)
    {
        var delays = new List<TimeSpan>(samples);
        for (var i = 0; i < samples; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await page.SayAsync("Hello");
            delays.Add(Stopwatch.GetElapsedTime(start));
        }

        return delays.Order().ElementAt((samples * 99 / 100) - 1);
    }

    /// <summary>From the first request of a fresh browser to its seat.</summary>
    private static async Task<TimeSpan> MeasureJoinAsync(ConferenceProcess server, string code)
    {
        var start = Stopwatch.GetTimestamp();
        using var bob = await server.VisitAsync();
        await using var page = await Guest.ConnectAsync(bob);
        await page.JoinAsync(Guest.Request(code, "Bob"));
        return Stopwatch.GetElapsedTime(start);
    }
}
