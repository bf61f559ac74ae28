using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Conference.Core.Turn;

namespace Conference.Server.Turn;

/// <summary>Over TCP or TLS: messages follow each other, each with its length (RFC 8489, section 6.2.2).</summary>
internal sealed class StreamTurnChannel : ITurnChannel
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);
    private readonly Stream _stream;

    private StreamTurnChannel(Stream stream, IPAddress server) => (_stream, Server) = (stream, server);

    public IPAddress Server { get; }

    /// <summary>Connects, and for TLS makes sure that it is the server of that name.</summary>
    public static async Task<StreamTurnChannel> ConnectAsync(TurnUrl url, IPEndPoint server, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Wait);
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(server, limit.Token);
            stream = new NetworkStream(socket, ownsSocket: true);
            return new StreamTurnChannel(url.Transport == TurnTransport.Tls ? stream = await SecureAsync(stream, url, limit.Token) : stream, server.Address);
        }
        catch
        {
            stream?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    public async Task<byte[]?> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Wait);
        try
        {
            await _stream.WriteAsync(request, limit.Token);
            return await ReadAsync(limit.Token);
        }
        catch (Exception exception) when (exception is IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task<SslStream> SecureAsync(Stream stream, TurnUrl url, CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.Host }, cancellationToken);
        return secure;
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var start = new byte[4];
        await _stream.ReadExactlyAsync(start, cancellationToken);
        var length = StunMessage.LengthOf(start);
        if (length == 0)
        {
            return null;
        }

        var message = new byte[length];
        start.CopyTo(message, 0);
        await _stream.ReadExactlyAsync(message.AsMemory(start.Length), cancellationToken);
        return message;
    }
}
