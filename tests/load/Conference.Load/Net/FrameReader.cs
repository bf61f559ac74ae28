using System.Buffers.Binary;

namespace Conference.Load.Net;

/// <summary>Takes the frames a WebSocket server sends out of the bytes of a connection.</summary>
internal sealed class FrameReader
{
    private byte[] _message = [];
    private int _messageLength;
    private Opcode _messageOpcode;

    /// <summary>Hands over every whole message.</summary>
    /// <returns>How many bytes were used; the rest is the beginning of a frame.</returns>
    public int Read(ReadOnlySpan<byte> bytes, IFrameListener listener)
    {
        var used = 0;
        while (TryReadHeader(bytes[used..], out var header) && bytes.Length - used - header.Size >= header.PayloadLength)
        {
            var payload = bytes.Slice(used + header.Size, header.PayloadLength);
            used += header.Size + header.PayloadLength;
            Accept(header, payload, listener);
        }

        return used;
    }

    private static bool TryReadHeader(ReadOnlySpan<byte> bytes, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        var size = (bytes[1] & 0x7f) switch { 126 => 4, 127 => 10, _ => 2 };
        if (bytes.Length < size)
        {
            return false;
        }

        var length = size switch
        {
            4 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            10 => checked((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            _ => bytes[1] & 0x7f,
        };
        header = new FrameHeader((Opcode)(bytes[0] & 0x0f), (bytes[0] & 0x80) != 0, size, length);
        return true;
    }

    private void Accept(FrameHeader header, ReadOnlySpan<byte> payload, IFrameListener listener)
    {
        if (header.IsFinal && header.Opcode != Opcode.Continuation)
        {
            listener.OnMessage(header.Opcode, payload);
            return;
        }

        Append(header, payload);
        if (header.IsFinal)
        {
            var length = _messageLength;
            _messageLength = 0;
            listener.OnMessage(_messageOpcode, _message.AsSpan(0, length));
        }
    }

    private void Append(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.Opcode != Opcode.Continuation)
        {
            _messageOpcode = header.Opcode;
        }

        if (_message.Length < _messageLength + payload.Length)
        {
            Array.Resize(ref _message, Math.Max(_message.Length * 2, _messageLength + payload.Length));
        }

        payload.CopyTo(_message.AsSpan(_messageLength));
        _messageLength += payload.Length;
    }

    private readonly record struct FrameHeader(Opcode Opcode, bool IsFinal, int Size, int PayloadLength);
}
