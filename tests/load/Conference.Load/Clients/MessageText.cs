using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Unicode;

namespace Conference.Load.Clients;

/// <summary>
/// What a message says: which it is and when it was due. The receiver finds it in the bytes by its beginning, without reading the JSON.
/// </summary>
internal readonly record struct MessageText(ushort Run, int Index, long DueAt)
{
    /// <summary>The length of every text: a sentence or two.</summary>
    public const int Length = 80;

    private const int DigitsLength = 4 + 8 + 16;
    private static readonly byte[] Marker = "~m"u8.ToArray();

    public TimeSpan Age(long now) => Stopwatch.GetElapsedTime(DueAt, now);

    public void Write(Span<byte> destination)
    {
        destination[..Length].Fill((byte)'x');
        Utf8.TryWrite(destination, $"~m{Run:x4}{Index:x8}{DueAt:x16} ", out _);
    }

    /// <summary>Finds the next text and moves behind it.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> bytes, out MessageText text)
    {
        text = default;
        var start = bytes.IndexOf(Marker);
        if (start < 0 || bytes.Length < start + Marker.Length + DigitsLength)
        {
            return false;
        }

        var digits = bytes.Slice(start + Marker.Length, DigitsLength);
        bytes = bytes[(start + Marker.Length + DigitsLength)..];
        text = new MessageText((ushort)Hex(digits[..4]), (int)Hex(digits[4..12]), Hex(digits[12..]));
        return true;
    }

    private static long Hex(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out long value, out _, 'x') ? value : throw new FormatException("A message text came back changed.");
}
