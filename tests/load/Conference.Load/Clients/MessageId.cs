using System.Security.Cryptography;

namespace Conference.Load.Clients;

/// <summary>Client message ids: 128 bits in hexadecimal digits, other ones in every process.</summary>
internal readonly record struct MessageId(long Salt, int Client, ushort Run, int Index) : IUtf8SpanFormattable
{
    private static readonly long ProcessSalt = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));

    public static MessageId Of(Place place, MessageText text) => new(ProcessSalt, place.Index, text.Run, text.Index);

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        System.Text.Unicode.Utf8.TryWrite(utf8Destination, $"{Salt:x16}{Client:x4}{Run:x4}{Index:x8}", out bytesWritten);
}
