using System.Net;
using System.Net.Sockets;
using Conference.Core.Turn;

namespace Conference.Server.Tests.Turn;

/// <summary>Asks the server on this machine by hand, from a socket of its own.</summary>
internal sealed class StunAsker : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Socket _socket;
    private int _asked;

    public StunAsker(IPAddress server, int port)
    {
        _socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Connect(server, port);
    }

    public IPEndPoint Here => (IPEndPoint)_socket.LocalEndPoint!;

    public void Send(ReadOnlySpan<byte> datagram) => _socket.Send(datagram);

    /// <summary>Asks, and goes past what answers something else.</summary>
    /// <returns>Where the server sees this socket.</returns>
    public async Task<IPEndPoint?> AskAsync()
    {
        var request = Request((byte)(++_asked % 200));
        _socket.Send(request);
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await ReceiveAsync(limit.Token);
            if (answer.AsSpan(8, 12).SequenceEqual(request.AsSpan(8, 12)))
            {
                return Read(answer);
            }
        }
    }

    /// <summary>How many datagrams came that nobody read yet.</summary>
    public int CountUnread()
    {
        var count = 0;
        var buffer = new byte[512];
        while (_socket.Available > 0)
        {
            _socket.Receive(buffer);
            count++;
        }

        return count;
    }

    public void Dispose() => _socket.Dispose();

    public static byte[] Request(byte id)
    {
        var buffer = new byte[20];
        _ = new StunWriter(buffer, StunClass.Request, StunMethod.Binding, Enumerable.Repeat(id, 12).ToArray());
        return buffer;
    }

    private static IPEndPoint? Read(byte[] answer)
    {
        Assert.True(StunMessage.TryRead(answer, out var message));
        Assert.Equal((StunClass.Success, StunMethod.Binding), (message.Class, message.Method));
        return message.FindAddress(StunAttributeType.XorMappedAddress);
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[512];
        return buffer[..await _socket.ReceiveAsync(buffer, cancellationToken)];
    }
}
