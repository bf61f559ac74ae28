using System.IO.Pipelines;
using Conference.Server.Tests.Hubs.Connections;
using Conference.Server.Web.Sockets;
using Conference.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>Who is let through to what reads from a socket.</summary>
public sealed class SocketGuardTests
{
    [Fact]
    public async Task NobodyReadsFromASocketThatBroke()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new SocketLimitsOptions());
        var open = new OpenSockets(options, Microsoft.Extensions.Options.Options.Create(new ForwardedHeadersOptions()));
        var guard = new SocketGuard(open, options, TestClock.Create(), NullLogger<SocketGuard>.Instance);
        var input = new Pipe();
        await input.Writer.CompleteAsync(new IOException("The other end cut it."));
        await using var socket = new DefaultConnectionContext("socket", new DuplexPipe(input.Reader, new Pipe().Writer), new DuplexPipe(new Pipe().Reader, input.Writer));
        socket.Features.Set<IConnectionLifetimeNotificationFeature>(new Lifetime());
        var reads = 0;

        await guard.Guard(_ => Task.FromResult(reads++))(socket);

        Assert.Equal(0, reads);
    }

    private sealed class Lifetime : IConnectionLifetimeNotificationFeature
    {
        public CancellationToken ConnectionClosedRequested { get; set; }

        public void RequestClose()
        {
        }
    }
}
