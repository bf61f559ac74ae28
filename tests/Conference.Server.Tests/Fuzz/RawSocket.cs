using System.Net;
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

    /// <summary>Whether the server has not closed it; what it said before is still to be read.</summary>
    public bool IsOpen => !_socket.Poll(0, SelectMode.SelectRead) || _socket.Available > 0;

    /// <summary>Connects from any address, or from one of this machine's own, which is then whom the server sees.</summary>
    public static async Task<RawSocket> ConnectAsync(Uri address, IPAddress? from = null)
    {
        var raw = new RawSocket();
        if (from is not null)
        {
            raw._socket.Bind(new IPEndPoint(from.MapToIPv6(), 0));
        }

        await raw._socket.ConnectAsync(address.Host, address.Port).WaitAsync(Patience);
        return raw;
    }

    /// <summary>Asks for a WebSocket, as a page of this visitor does.</summary>
    public static async Task<RawSocket> UpgradeAsync(ConferenceVisitor visitor, string headers = "", IPAddress? from = null)
    {
        var raw = await ConnectAsync(new Uri(visitor.Origin), from);
        await raw.SendAsync(WriteUpgrade(visitor, headers));
        Assert.StartsWith("HTTP/1.1 101 ", await raw.ReadHeadAsync(), StringComparison.Ordinal);
        return raw;
    }

    /// <summary>The request for a WebSocket.</summary>
    public static byte[] WriteUpgrade(ConferenceVisitor visitor, string headers = "")
    {
        var address = new Uri(visitor.Origin);
        return Encoding.ASCII.GetBytes(
            $"GET /hub HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: {visitor.Origin}\r\nCookie: {visitor.Cookies.GetCookieHeader(address)}\r\n" +
            $"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{headers}\r\n");
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
    public Task<string> EndAsync()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Cut: that is an end as well.
        }

        return ReadToEndAsync();
    }

    /// <summary>Waits until the server ends it.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> ReadToEndAsync()
    {
        var said = new StringBuilder();
        try
        {
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

    /// <summary>Waits for the head of an answer.</summary>
    /// <returns>What the server said until it cut the socket, if it did; nothing if it was cut at once.</returns>
    public async Task<string> ReadHeadAsync()
    {
        var head = "";
        try
        {
            while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal) && await ReadAsync() is { Length: > 0 } piece)
            {
                head += piece;
            }
        }
        catch (SocketException)
        {
            // Cut: that is an end as well.
        }

        return head;
    }

    /// <summary>Goes without a goodbye.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReadAsync() => Encoding.UTF8.GetString(_buffer, 0, await _socket.ReceiveAsync(_buffer).WaitAsync(Patience));
}
