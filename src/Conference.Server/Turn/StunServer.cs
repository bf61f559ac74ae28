using System.Net;
using System.Net.Sockets;
using Conference.Core.Turn;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>STUN in the box: answers Binding requests on a UDP port, over IPv4 and IPv6, and nothing else.</summary>
public sealed class StunServer(IOptions<StunOptions> options, TimeProvider time, ILogger<StunServer> logger) : IHostedService, IDisposable
{
    private readonly StunOptions _options = options.Value;
    private readonly StunLimits _limits = new(options.Value, time);
    private Socket? _socket;
    private EndPoint _local = new IPEndPoint(IPAddress.Any, 0);
    private Task _answering = Task.CompletedTask;

    /// <summary>Where it listens; null when it does not.</summary>
    public int? Port { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.Enabled)
        {
            Open();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return _answering;
    }

    public void Dispose()
    {
        Port = null;
        _socket?.Dispose();
    }

    private void Open()
    {
        try
        {
            _socket = Bind(_options.Port);
        }
        catch (SocketException fault)
        {
            StunLog.Off(logger, _options.Port, fault.SocketErrorCode.ToString());
            return;
        }

        _local = _socket.LocalEndPoint!;
        Port = ((IPEndPoint)_local).Port;
        StunLog.Listens(logger, Port.Value);
        _answering = AnswerAllAsync(_socket);
    }

    /// <summary>Both families on one socket; IPv4 alone where the machine has no IPv6.</summary>
    internal static Socket Bind(int port)
    {
        try
        {
            return Bind(IPAddress.IPv6Any, port);
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable or SocketError.ProtocolNotSupported)
        {
            return Bind(IPAddress.Any, port);
        }
    }

    private static Socket Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task AnswerAllAsync(Socket socket)
    {
        // One byte more than the longest request, so that a longer datagram is seen to be one.
        var request = new byte[BindingResponder.LongestRequest + 1];
        var answer = new byte[BindingResponder.LongestAnswer];
        var sender = new SocketAddress(socket.AddressFamily);
        while (Port is not null)
        {
            try
            {
                var length = await socket.ReceiveFromAsync(request, SocketFlags.None, sender);
                await AnswerAsync(socket, request.AsMemory(0, length), sender, answer);
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                // One datagram was too long for the buffer or could not be answered, and the next one can; or this is the end.
            }
        }
    }

    private async ValueTask AnswerAsync(Socket socket, ReadOnlyMemory<byte> request, SocketAddress sender, Memory<byte> answer)
    {
        var from = (IPEndPoint)_local.Create(sender);
        var length = BindingResponder.Answer(request.Span, from.Address, from.Port, answer.Span);
        if (length > 0 && _limits.TryTake(from.Address))
        {
            await socket.SendToAsync(answer[..length], SocketFlags.None, sender);
        }
    }
}
