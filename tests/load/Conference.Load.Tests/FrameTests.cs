using System.Text;
using Conference.Load.Net;

namespace Conference.Load.Tests;

public sealed class FrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void AMessageOfAnyLengthSurvivesAnyCut(int length)
    {
        var text = new string('x', length);
        byte[] bytes = [.. ServerFrame(0x81, text), .. ServerFrame(0x81, "next")];
        foreach (var cut in new[] { 1, 3, bytes.Length / 2, bytes.Length - 1 })
        {
            Assert.Equal([text, "next"], ReadInTwoPieces(bytes, cut));
        }
    }

    [Fact]
    public void FragmentsBecomeOneMessage()
    {
        byte[] bytes = [.. ServerFrame(0x01, "one "), .. ServerFrame(0x00, "two "), .. ServerFrame(0x80, "three")];

        Assert.Equal(["one two three"], ReadInTwoPieces(bytes, 5));
    }

    [Fact]
    public void AClientFrameIsMaskedWithZero()
    {
        Span<byte> frame = stackalloc byte[32];
        var size = FrameWriter.Write(Opcode.Text, "hi"u8, frame);

        Assert.Equal([0x81, 0x82, 0, 0, 0, 0, (byte)'h', (byte)'i'], frame[..size].ToArray());
    }

    private static List<string> ReadInTwoPieces(byte[] bytes, int cut)
    {
        var (reader, listener) = (new FrameReader(), new Listener());
        var used = reader.Read(bytes.AsSpan(0, cut), listener);
        used += reader.Read(bytes.AsSpan(used), listener);
        Assert.Equal(bytes.Length, used);
        return listener.Messages;
    }

    private static byte[] ServerFrame(byte first, string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length = payload.Length switch
        {
            < 126 => [(byte)payload.Length],
            <= ushort.MaxValue => [126, (byte)(payload.Length >> 8), (byte)payload.Length],
            _ => [127, 0, 0, 0, 0, 0, (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length],
        };
        return [first, .. length, .. payload];
    }

    private sealed class Listener : IFrameListener
    {
        public List<string> Messages { get; } = [];

        public void OnMessage(Opcode opcode, ReadOnlySpan<byte> message) => Messages.Add(Encoding.UTF8.GetString(message));
    }
}
