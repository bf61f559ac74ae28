using System.Buffers.Binary;

namespace Conference.Load.Net;

/// <summary>Makes the frames of a WebSocket client.</summary>
internal static class FrameWriter
{
    /// <summary>The most a header takes.</summary>
    public const int MaxHeaderSize = 14;

    /// <summary>
    /// Writes a whole message as one frame. The mask is zero: allowed on the wire, and the payload stays as it is, so that a frame costs the
    /// generator no more than a copy.
    /// </summary>
    /// <returns>The size of the frame.</returns>
    public static int Write(Opcode opcode, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        destination[0] = (byte)(0x80 | (byte)opcode);
        var position = WriteLength(payload.Length, destination);
        destination.Slice(position, 4).Clear();
        payload.CopyTo(destination[(position + 4)..]);
        return position + 4 + payload.Length;
    }

    private static int WriteLength(int length, Span<byte> destination)
    {
        switch (length)
        {
            case < 126:
                destination[1] = (byte)(0x80 | length);
                return 2;
            case <= ushort.MaxValue:
                destination[1] = 0x80 | 126;
                BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)length);
                return 4;
            default:
                destination[1] = 0x80 | 127;
                BinaryPrimitives.WriteUInt64BigEndian(destination[2..], (ulong)length);
                return 10;
        }
    }
}
