using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conference.Load.Net;

/// <summary>A client's WebSocket on a loopback port, served by a <see cref="Poller"/>; everything happens on its thread.</summary>
internal sealed class WebSocketConnection : IPolled, IFrameListener, IDisposable
{
    private const int InitialBuffer = 4 * 1024;
    private const int LargestBuffer = 256 * 1024;
    private const int TcpLevel = 6;
    private const int LargestSegment = 2;
    private const int EthernetSegment = 1460;
    private const int SmallWindow = 16 * 1024;
    private static readonly byte[] HeaderEnd = "\r\n\r\n"u8.ToArray();

    private readonly Poller _poller;
    private readonly IWebSocketListener _listener;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly FrameReader _frames = new();
    private byte[] _received = new byte[InitialBuffer];
    private int _receivedLength;
    private byte[] _unsent = [];
    private int _unsentLength;

    public WebSocketConnection(Poller poller, IWebSocketListener listener)
    {
        _poller = poller;
        _listener = listener;
    }

    public bool IsOpen { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>Whether it goes on when the server says that it closes, until it does.</summary>
    public bool IsStubborn { get; set; }

    /// <summary>Whether something waits to be sent because the other side does not read fast enough.</summary>
    public bool IsBlocked => _unsentLength > 0;

    /// <summary>
    /// Asks for the segments that networks have and takes little at once, before opening. Those of the loopback device are so large that the kernel
    /// would keep some 2 MB for who does not read.
    /// </summary>
    public void LimitBuffers()
    {
        _socket.ReceiveBufferSize = SmallWindow;
        _socket.SetRawSocketOption(TcpLevel, LargestSegment, BitConverter.GetBytes(EthernetSegment));
    }

    /// <summary>Connects and asks for the WebSocket; the listener hears when it is open.</summary>
    public void Open(Uri address, IEnumerable<KeyValuePair<string, string>> headers)
    {
        _socket.Connect(IPAddress.Loopback, address.Port);
        _socket.Blocking = false;
        _poller.Watch(_socket, this);
        var request = new StringBuilder($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n")
            .Append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n");
        foreach (var (name, value) in headers)
        {
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        SendBytes(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()));
    }

    public void Send(ReadOnlySpan<byte> text)
    {
        Span<byte> frame = stackalloc byte[text.Length + FrameWriter.MaxHeaderSize];
        SendBytes(frame[..FrameWriter.Write(Opcode.Text, text, frame)]);
    }

    /// <summary>
    /// Leaves what comes from now on in the kernel's buffers. That the server ended the connection shows when something is sent.
    /// </summary>
    public void StopReading() => _poller.Forget(_socket);

    public void OnReadable()
    {
        while (!IsClosed)
        {
            var space = _received.Length - _receivedLength;
            var count = _socket.Receive(_received.AsSpan(_receivedLength), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                return;
            }

            if (count == 0 || error != SocketError.Success)
            {
                Close();
                return;
            }

            _receivedLength += count;
            Take();
            if (count < space)
            {
                return;
            }

            Grow();
        }
    }

    public void OnWritable()
    {
        var unsent = _unsent.AsSpan(0, _unsentLength);
        _unsentLength = 0;
        SendBytes(unsent);
        if (_unsentLength == 0 && !IsClosed)
        {
            _poller.WatchWrites(_socket, false);
        }
    }

    public void OnMessage(Opcode opcode, ReadOnlySpan<byte> message)
    {
        switch (opcode)
        {
            case Opcode.Close when !IsStubborn:
                Close();
                break;
            case Opcode.Ping:
                Span<byte> frame = stackalloc byte[message.Length + FrameWriter.MaxHeaderSize];
                SendBytes(frame[..FrameWriter.Write(Opcode.Pong, message, frame)]);
                break;
            case Opcode.Text or Opcode.Binary:
                _listener.OnMessage(message);
                break;
            case Opcode.Close or Opcode.Continuation or Opcode.Pong:
                break;
        }
    }

    public void Dispose()
    {
        Close();
        _socket.Dispose();
    }

    private void Close()
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _poller.Forget(_socket);
        }
    }

    private void Take()
    {
        var bytes = _received.AsSpan(0, _receivedLength);
        var used = IsOpen ? 0 : TakeResponse(bytes);
        if (IsOpen)
        {
            used += _frames.Read(bytes[used..], this);
        }

        bytes[used..].CopyTo(_received);
        _receivedLength -= used;
    }

    private int TakeResponse(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf(HeaderEnd);
        if (end < 0)
        {
            return 0;
        }

        if (!bytes.StartsWith("HTTP/1.1 101"u8))
        {
            throw new IOException($"No WebSocket: {Encoding.ASCII.GetString(bytes[..bytes.IndexOf("\r\n"u8)])}");
        }

        IsOpen = true;
        _listener.OnOpen();
        return end + HeaderEnd.Length;
    }

    private void Grow()
    {
        if (_received.Length < LargestBuffer || _receivedLength == _received.Length)
        {
            Array.Resize(ref _received, _received.Length * 2);
        }
    }

    private void SendBytes(ReadOnlySpan<byte> bytes)
    {
        if (IsClosed)
        {
            return;
        }

        if (_unsentLength == 0)
        {
            var sent = _socket.Send(bytes, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
            {
                Close();
                return;
            }

            bytes = bytes[Math.Max(sent, 0)..];
        }

        if (!bytes.IsEmpty)
        {
            Keep(bytes);
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var kept = new byte[_unsentLength + bytes.Length];
        _unsent.AsSpan(0, _unsentLength).CopyTo(kept);
        bytes.CopyTo(kept.AsSpan(_unsentLength));
        _unsent = kept;
        _unsentLength = kept.Length;
        _poller.WatchWrites(_socket, true);
    }
}
