using System.Net;
using System.Net.Sockets;

namespace Conference.Server.Turn;

/// <summary>Over UDP: what gets lost is asked again (RFC 8489, section 6.2.1).</summary>
internal sealed class UdpTurnChannel : ITurnChannel
{
    private const int TransactionIdEnd = 20;
    private static readonly TimeSpan[] Waits = [.. new[] { 0.5, 1.0, 2.0 }.Select(TimeSpan.FromSeconds)];
    private readonly Socket _socket;

    public UdpTurnChannel(IPEndPoint server)
    {
        Server = server.Address;
        _socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Connect(server);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    public IPAddress Server { get; }

    /// <summary>From where it asks.</summary>
    public IPEndPoint Here => (IPEndPoint)_socket.LocalEndPoint!;

    public async Task<byte[]?> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        foreach (var wait in Waits)
        {
            await _socket.SendAsync(request, SocketFlags.None, cancellationToken);
            if (await ReceiveAsync(request, wait, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<byte[]?> ReceiveAsync(ReadOnlyMemory<byte> request, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(wait);
        var buffer = new byte[1500];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(buffer, SocketFlags.None, limit.Token);
                if (length >= TransactionIdEnd && buffer.AsSpan(4, 16).SequenceEqual(request.Span[4..TransactionIdEnd]))
                {
                    return buffer[..length];
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
