using System.Net.Sockets;
using System.Text;
using Conference.TestKit;

namespace Conference.Server.Tests.Fuzz;

/// <summary>Bytes to the server's port, and whatever comes back.</summary>
internal sealed class RawSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly byte[] _buffer = new byte[4096];
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public static async Task<RawSocket> ConnectAsync(Uri address)
    {
        var raw = new RawSocket();
        await raw._socket.ConnectAsync(address.Host, address.Port).WaitAsync(Patience);
        return raw;
    }

    /// <summary>Asks for a WebSocket, as a page of this visitor does.</summary>
    public static async Task<RawSocket> UpgradeAsync(ConferenceVisitor visitor, string headers = "")
    {
        var address = new Uri(visitor.Origin);
        var raw = await ConnectAsync(address);
        await raw.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /hub HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: {visitor.Origin}\r\nCookie: {visitor.Cookies.GetCookieHeader(address)}\r\n" +
            $"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{headers}\r\n"));
        Assert.StartsWith("HTTP/1.1 101 ", await raw.ReadHeadAsync(), StringComparison.Ordinal);
        return raw;
    }

    /// <summary>Sends what the server still takes.</summary>
    /// <returns>False when it has closed the connection.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await _socket.SendAsync(bytes).AsTask().WaitAsync(Patience)..];
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Says that nothing more comes, and waits until the server is done with it too.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> EndAsync()
    {
        var said = new StringBuilder();
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            while (await ReadAsync() is { Length: > 0 } piece)
            {
                said.Append(piece);
            }
        }
        catch (SocketException)
        {
            // Cut: that is an end as well.
        }

        return said.ToString();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReadHeadAsync()
    {
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal) && await ReadAsync() is { Length: > 0 } piece)
        {
            head += piece;
        }

        return head;
    }

    private async Task<string> ReadAsync() => Encoding.UTF8.GetString(_buffer, 0, await _socket.ReceiveAsync(_buffer).WaitAsync(Patience));
}
