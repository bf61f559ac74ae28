using System.IO.Pipelines;
using System.Net;
using Conference.Server.Hubs.Filters;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Conference.Server.Web.Sockets;

/// <summary>
/// Stands below everything, TLS too: not too many sockets, and none that never says a word. Whoever is refused is told nothing, since nobody knows yet
/// which language it speaks.
/// </summary>
internal sealed class SocketGuard(OpenSockets open, IOptions<SocketLimitsOptions> options, TimeProvider time, ILogger<SocketGuard> logger)
{
    private const double LinesPerSecond = 1 / 60.0;
    private readonly TimeSpan _silence = options.Value.Silence;
    private readonly Lock _gate = new();
    private TokenBucket _lines = new(LinesPerSecond, burst: 1, time);
    private long _refused;

    /// <summary>Puts itself before whatever reads from a socket.</summary>
    public ConnectionDelegate Guard(ConnectionDelegate next) => socket => RunAsync(socket, next);

    private async Task RunAsync(ConnectionContext socket, ConnectionDelegate next)
    {
        using var place = open.TryOpen((socket.RemoteEndPoint as IPEndPoint)?.Address);
        if (place is null)
        {
            CountRefused();
        }
        else if (await SpeaksAsync(socket))
        {
            await next(socket);
        }
    }

    /// <summary>Waits for the first byte, which is left for whoever reads it.</summary>
    /// <returns>False when it does not come in time, or will not any more.</returns>
    private async ValueTask<bool> SpeaksAsync(ConnectionContext socket)
    {
        var input = socket.Transport.Input;
        try
        {
            await using var patience = time.CreateTimer(GiveUp, input, _silence, Timeout.InfiniteTimeSpan);
            await using var stop = socket.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>()
                .ConnectionClosedRequested.UnsafeRegister(GiveUp, input);
            var first = await input.ReadAsync();
            input.AdvanceTo(first.Buffer.Start);
            return !first.Buffer.IsEmpty;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The other end cut it, or the server did.
            return false;
        }
    }

    private static void GiveUp(object? input) => ((PipeReader)input!).CancelPendingRead();

    /// <summary>One line a minute says how many there were: a flood of sockets is none of the log.</summary>
    private void CountRefused()
    {
        lock (_gate)
        {
            _refused++;
            if (_lines.TryTake())
            {
                SocketLog.Refused(logger, _refused);
                _refused = 0;
            }
        }
    }
}
