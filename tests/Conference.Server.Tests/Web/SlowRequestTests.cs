using System.Diagnostics;
using System.Text;
using Conference.Server.Tests.Fuzz;

namespace Conference.Server.Tests.Web;

/// <summary>Requests that never get done: whoever sends them is cut, however busy they look.</summary>
public sealed class SlowRequestTests : ServerTest
{
    private const string Head = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Body = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    [Fact]
    public Task HeadersThatNeverEndAreCutInTime() => Task.WhenAll(
        AssertCutAsync(Headers, "G"), AssertCutAsync(Headers, Head), AssertCutAsync(Headers, Head, "X-A: b\r\n"), AssertCutAsync(Headers, Head + "X-", "a"));

    [Fact]
    public Task BodiesThatNeverComeAreCutInTime()
    {
        var head = $"POST /api/rooms HTTP/1.1\r\nHost: {Server.Address.Authority}\r\nOrigin: {Ada.Origin}\r\nContent-Type: application/json\r\n";
        return Task.WhenAll(
            AssertCutAsync(Body, $"{head}Content-Length: 1000\r\n\r\n"),
            AssertCutAsync(Body, $"{head}Content-Length: 1000\r\n\r\n", " "),
            AssertCutAsync(Body, $"{head}Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"));
    }

    /// <summary>Sends a beginning, then a drop again and again, until the server has had enough.</summary>
    private async Task AssertCutAsync(TimeSpan limit, string beginning, string drop = "")
    {
        using var socket = await RawSocket.ConnectAsync(Server.Address);
        var start = Stopwatch.GetTimestamp();
        await socket.SendAsync(Encoding.ASCII.GetBytes(beginning));
        var end = socket.ReadToEndAsync();
        while (await Task.WhenAny(end, Task.Delay(Pause)) != end && Stopwatch.GetElapsedTime(start) < limit * 2)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(drop));
        }

        Assert.StartsWith("HTTP/1.1 408 ", await end, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(start), limit - Pause, limit * 2);
    }
}
