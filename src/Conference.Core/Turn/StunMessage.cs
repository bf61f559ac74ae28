using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;

namespace Conference.Core.Turn;

/// <summary>A STUN message that was read (RFC 8489, section 5). It points into the bytes that it was read from.</summary>
public readonly ref struct StunMessage
{
    private readonly ReadOnlySpan<byte> _bytes;

    private StunMessage(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>What kind it is: two bits among those of the method.</summary>
    public StunClass Class => (StunClass)(((Type & 0x100) >> 7) | ((Type & 0x10) >> 4));

    /// <summary>What it is about.</summary>
    public StunMethod Method => (StunMethod)(((Type & 0x3E00) >> 2) | ((Type & 0xE0) >> 1) | (Type & 0xF));

    /// <summary>The magic cookie and the twelve bytes by which an answer is known.</summary>
    public ReadOnlySpan<byte> CookieAndTransactionId => _bytes[4..StunFormat.HeaderLength];

    /// <summary>The twelve bytes by which an answer is known.</summary>
    public ReadOnlySpan<byte> TransactionId => _bytes[StunFormat.TransactionIdStart..StunFormat.HeaderLength];

    /// <summary>Its attributes in their order.</summary>
    public StunAttributes Attributes => new(_bytes);

    private ushort Type => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    /// <summary>Reads a message that is complete, and nothing but one: header, cookie, all lengths, and FINGERPRINT where there is one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out StunMessage message)
    {
        message = new StunMessage(bytes);
        return HasHeader(bytes) && HasWholeAttributes(bytes) && HasRightFingerprint(bytes);
    }

    /// <summary>How long the message is that begins with these bytes, as streams need to know; 0 when it is none, or not known yet.</summary>
    public static int LengthOf(ReadOnlySpan<byte> start) =>
        start.Length < 4 || (start[0] & 0xC0) != 0 ? 0 : StunFormat.HeaderLength + BinaryPrimitives.ReadUInt16BigEndian(start[2..]);

    /// <summary>Finds the first attribute of a type.</summary>
    public bool TryFind(StunAttributeType type, out ReadOnlySpan<byte> value)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Type == type)
            {
                value = attribute.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Reads XOR-MAPPED-ADDRESS or one that looks like it (section 14.2).</summary>
    public IPEndPoint? FindAddress(StunAttributeType type) => TryFind(type, out var value) ? ReadAddress(value) : null;

    /// <summary>The number of an error (section 14.8); 0 when there is none.</summary>
    public int FindError() =>
        TryFind(StunAttributeType.ErrorCode, out var value) && value.Length >= 4 ? ((value[2] & 7) * 100) + value[3] : 0;

    /// <summary>Whether whoever wrote it knows the key (section 14.5).</summary>
    public bool HasIntegrity(ReadOnlySpan<byte> key)
    {
        var attributes = Attributes.GetEnumerator();
        while (attributes.MoveNext())
        {
            if (attributes.Current is { Type: StunAttributeType.MessageIntegrity, Value: { Length: StunFormat.IntegrityLength } value })
            {
                return CryptographicOperations.FixedTimeEquals(value, IntegrityOf(_bytes[..attributes.Start], key));
            }
        }

        return false;
    }

    /// <summary>The HMAC of what comes before it, under a header that counts it.</summary>
    internal static byte[] IntegrityOf(ReadOnlySpan<byte> before, ReadOnlySpan<byte> key)
    {
        var counted = before.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(
            counted.AsSpan(2), (ushort)(before.Length - StunFormat.HeaderLength + StunFormat.AttributeHeaderLength + StunFormat.IntegrityLength));
        // RFC 8489 keeps this hash for old clients, and TURN servers know no other one. It is a proof of a password, not a signature.
#pragma warning disable CA5350
        return HMACSHA1.HashData(key, counted);
#pragma warning restore CA5350
    }

    private static bool HasHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= StunFormat.HeaderLength
        && LengthOf(bytes) == bytes.Length
        && bytes.Length % 4 == 0
        && BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) == StunFormat.MagicCookie;

    private static bool HasWholeAttributes(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[StunFormat.HeaderLength..];
        while (!rest.IsEmpty)
        {
            var length = StunFormat.AttributeHeaderLength + StunFormat.Pad(BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            if (length > rest.Length)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>It is the last attribute, or there is none.</summary>
    private static bool HasRightFingerprint(ReadOnlySpan<byte> bytes)
    {
        var attributes = new StunAttributes(bytes).GetEnumerator();
        while (attributes.MoveNext())
        {
            if (attributes.Current is { Type: StunAttributeType.Fingerprint, Value: var value })
            {
                return value.Length == StunFormat.FingerprintLength
                    && attributes.Start + StunFormat.AttributeHeaderLength + StunFormat.FingerprintLength == bytes.Length
                    && BinaryPrimitives.ReadUInt32BigEndian(value) == StunFormat.FingerprintOf(bytes[..attributes.Start]);
            }
        }

        return true;
    }

    private IPEndPoint? ReadAddress(ReadOnlySpan<byte> value)
    {
        var length = value.Length - 4;
        if (length is not (4 or 16) || value[1] != (length == 4 ? 1 : 2))
        {
            return null;
        }

        Span<byte> address = stackalloc byte[length];
        for (var i = 0; i < length; i++)
        {
            address[i] = (byte)(value[4 + i] ^ CookieAndTransactionId[i]);
        }

        return new IPEndPoint(new IPAddress(address), BinaryPrimitives.ReadUInt16BigEndian(value[2..]) ^ (int)(StunFormat.MagicCookie >> 16));
    }
}
