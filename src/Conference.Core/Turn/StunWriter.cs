using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Conference.Core.Turn;

/// <summary>Writes a STUN message into a buffer that is large enough (RFC 8489, sections 5 and 14).</summary>
public ref struct StunWriter
{
    private readonly Span<byte> _buffer;

    /// <summary>Begins a message.</summary>
    /// <param name="buffer">Where it goes.</param>
    /// <param name="messageClass">What kind it is.</param>
    /// <param name="method">What it is about.</param>
    /// <param name="transactionId">Twelve bytes: an answer has those of its request.</param>
    public StunWriter(Span<byte> buffer, StunClass messageClass, StunMethod method, ReadOnlySpan<byte> transactionId)
    {
        _buffer = buffer;
        var (kind, number) = ((int)messageClass, (int)method);
        var type = ((number & 0xF80) << 2) | ((number & 0x70) << 1) | (number & 0xF) | ((kind & 2) << 7) | ((kind & 1) << 4);
        BinaryPrimitives.WriteUInt16BigEndian(buffer, (ushort)type);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[4..], StunFormat.MagicCookie);
        transactionId.CopyTo(buffer[StunFormat.TransactionIdStart..]);
        Length = StunFormat.HeaderLength;
        Count();
    }

    /// <summary>How long the message is by now.</summary>
    public int Length { get; private set; }

    /// <summary>Adds an attribute.</summary>
    public void Add(StunAttributeType type, ReadOnlySpan<byte> value)
    {
        var place = Begin(type, value.Length);
        value.CopyTo(place);
    }

    /// <summary>Adds a text.</summary>
    public void Add(StunAttributeType type, string value) => Add(type, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a number of four bytes.</summary>
    public void Add(StunAttributeType type, uint value) => BinaryPrimitives.WriteUInt32BigEndian(Begin(type, 4), value);

    /// <summary>Adds an address, mixed with cookie and transaction id so that no router in between rewrites it (section 14.2).</summary>
    public void AddAddress(StunAttributeType type, IPAddress address, int port)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        var place = Begin(type, 4 + length);
        place[1] = (byte)(length == 4 ? 1 : 2);
        BinaryPrimitives.WriteUInt16BigEndian(place[2..], (ushort)(port ^ (int)(StunFormat.MagicCookie >> 16)));
        for (var i = 0; i < length; i++)
        {
            place[4 + i] = (byte)(bytes[i] ^ _buffer[4 + i]);
        }
    }

    /// <summary>Adds what is wrong (section 14.8).</summary>
    public void AddError(int code, ReadOnlySpan<byte> reason)
    {
        var place = Begin(StunAttributeType.ErrorCode, 4 + reason.Length);
        (place[2], place[3]) = ((byte)(code / 100), (byte)(code % 100));
        reason.CopyTo(place[4..]);
    }

    /// <summary>Adds what was not understood (section 14.13).</summary>
    public void AddUnknown(ReadOnlySpan<ushort> types)
    {
        var place = Begin(StunAttributeType.UnknownAttributes, 2 * types.Length);
        for (var i = 0; i < types.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(place[(2 * i)..], types[i]);
        }
    }

    /// <summary>Adds a proof of the key over all that was added before (section 14.5).</summary>
    public void AddIntegrity(ReadOnlySpan<byte> key) =>
        Add(StunAttributeType.MessageIntegrity, StunMessage.IntegrityOf(_buffer[..Length], key));

    /// <summary>Adds the checksum, which is the last thing in a message (section 14.7).</summary>
    public void AddFingerprint()
    {
        var before = Length;
        var place = Begin(StunAttributeType.Fingerprint, StunFormat.FingerprintLength);
        BinaryPrimitives.WriteUInt32BigEndian(place, StunFormat.FingerprintOf(_buffer[..before]));
    }

    private Span<byte> Begin(StunAttributeType type, int length)
    {
        var place = _buffer.Slice(Length, StunFormat.AttributeHeaderLength + StunFormat.Pad(length));
        place.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(place[2..], (ushort)length);
        Length += place.Length;
        Count();
        return place.Slice(StunFormat.AttributeHeaderLength, length);
    }

    private readonly void Count() => BinaryPrimitives.WriteUInt16BigEndian(_buffer[2..], (ushort)(Length - StunFormat.HeaderLength));
}
