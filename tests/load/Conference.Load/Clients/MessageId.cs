using System.Diagnostics;
using System.Security.Cryptography;

namespace Conference.Load.Clients;

/// <summary>Client message ids as a page makes them: the time in milliseconds, then what makes them unique, in 32 hexadecimal digits.</summary>
internal readonly record struct MessageId(long Milliseconds, int Salt, int Client, int Index) : IUtf8SpanFormattable
{
    private static readonly int ProcessSalt = RandomNumberGenerator.GetInt32(int.MaxValue);

    public static MessageId Of(Place place, MessageText text) =>
        new(Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1000), ProcessSalt, place.Index, text.Index);

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        System.Text.Unicode.Utf8.TryWrite(utf8Destination, $"{Milliseconds:x12}{Salt:x8}{Client:x4}{Index:x8}", out bytesWritten);
}
