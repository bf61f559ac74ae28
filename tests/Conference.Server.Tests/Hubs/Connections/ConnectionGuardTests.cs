using System.IO.Pipelines;
using System.Text;
using Conference.Server.Hubs.Connections;
using Conference.Server.Hubs.Filters;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Conference.TestKit;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>What becomes of a connection that sends too much.</summary>
public sealed class ConnectionGuardTests
{
    private readonly FakeTimeProvider _clock = TestClock.Create();

    /// <summary>The hub ends it too, but waits for an answer to that.</summary>
    [Fact]
    public async Task AFloodIsCutThoughItDoesNotHearThatItIs()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new LimitsOptions { ByteBurst = 8 });
        var guard = new ConnectionGuard(
            new OpenConnections(options), new ConnectionCutter(_clock), options, _clock, NullLogger<ConnectionGuard>.Instance);
        var input = new Pipe();
        await using var connection = new DefaultConnectionContext("flood", new DuplexPipe(input.Reader, new Pipe().Writer), new DuplexPipe(new Pipe().Reader, input.Writer));
        connection.Features.Set<IHttpContextFeature>(new Visit());
        await input.Writer.WriteAsync(Encoding.ASCII.GetBytes("too much at once"));

        await Assert.ThrowsAsync<HubException>(() => guard.Guard(async guarded => await guarded.Transport.Input.ReadAsync())(connection));
        Assert.False(connection.ConnectionClosed.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(2));

        var cut = new TaskCompletionSource();
        await using var end = connection.ConnectionClosed.Register(cut.SetResult);
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private sealed class Visit : IHttpContextFeature
    {
        public HttpContext? HttpContext { get; set; } = new DefaultHttpContext { User = VisitorExtensions.CreateVisitor(Guid.NewGuid()) };
    }
}
