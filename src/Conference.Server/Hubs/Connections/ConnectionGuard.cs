using Conference.Core;
using Conference.Server.Hubs.Filters;
using Conference.Server.Identity;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Conference.Server.Hubs.Connections;

/// <summary>
/// Stands between the transport and the hub: not too many connections, none that sends too much, none that others have to wait for because it does
/// not read. Whoever is cut loses the connection only; the seat is held as after any loss. Whoever floods again and again has to wait.
/// </summary>
internal sealed class ConnectionGuard(
    OpenConnections open, ConnectionCutter cutter, IOptions<LimitsOptions> options, TimeProvider time, ILogger<ConnectionGuard> logger)
{
    private const double FloodsAtOnce = 3;
    private const double FloodsPerSecond = 1 / 30.0;
    private readonly SharedBuckets<Guid> _floods = new(FloodsPerSecond, FloodsAtOnce, time);

    /// <summary>Puts itself before the hub.</summary>
    public ConnectionDelegate Guard(ConnectionDelegate hub) => connection => RunAsync(connection, hub);

    private async Task RunAsync(ConnectionContext connection, ConnectionDelegate hub)
    {
        var http = connection.GetHttpContext()!;
        var visitorId = http.User.GetVisitorId();
        using var place = _floods.IsEmpty(visitorId) ? null : open.TryOpen(visitorId, http.Connection.RemoteIpAddress);
        if (place is null)
        {
            Refuse(connection);
            return;
        }

        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        connection.Transport = new GuardedPipe(
            new MeteredReader(input, new FrameLimits(options.Value, time), () => CutFlood(connection, visitorId)),
            new Outbox(output, options.Value, () => DropStalled(connection)));
        await hub(connection);
    }

    /// <summary>What is written goes out with the connection's end, which comes with it.</summary>
    private static void Refuse(ConnectionContext connection)
    {
        var answer = new HandshakeResponseMessage($"{ErrorCodes.TooFast}: There are too many connections. Close some, or come back later.");
        HandshakeProtocol.WriteResponseMessage(answer, connection.Transport.Output);
    }

    /// <summary>Nothing of it is read any more. It has a moment to read why.</summary>
    private void CutFlood(ConnectionContext connection, Guid visitorId)
    {
        _floods.TryTake(visitorId);
        HubLog.FloodCut(logger, connection.ConnectionId);
        cutter.CutSoon(connection.Abort);
    }

    /// <summary>Whoever has something for the connection does not wait for its end either.</summary>
    private void DropStalled(ConnectionContext connection)
    {
        HubLog.StalledDropped(logger, connection.ConnectionId);
        _ = Task.Run(connection.Abort);
    }
}
