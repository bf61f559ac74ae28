namespace Conference.Core.Turn;

/// <summary>The numbers of the wire (RFC 8489, sections 5 and 14).</summary>
internal static class StunFormat
{
    public const int HeaderLength = 20;
    public const int AttributeHeaderLength = 4;
    public const uint MagicCookie = 0x2112A442;
    public const int TransactionIdStart = 8;
    public const int IntegrityLength = 20;
    public const int FingerprintLength = 4;

    /// <summary>From here on a reader may go past what it does not know.</summary>
    public const int FirstOptional = 0x8000;

    private const uint FingerprintMask = 0x5354554E;
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>The length with its padding to four bytes.</summary>
    public static int Pad(int length) => (length + 3) & ~3;

    /// <summary>The value of FINGERPRINT (section 14.7): CRC-32 of what comes before it.</summary>
    public static uint FingerprintOf(ReadOnlySpan<byte> before)
    {
        var crc = uint.MaxValue;
        foreach (var one in before)
        {
            crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return ~crc ^ FingerprintMask;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }

            table[i] = crc;
        }

        return table;
    }
}
