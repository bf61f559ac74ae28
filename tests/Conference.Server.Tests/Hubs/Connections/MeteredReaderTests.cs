using System.IO.Pipelines;
using System.Text;
using Conference.Server.Hubs.Connections;
using Conference.Server.Hubs.Filters;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>What a connection sends, as it is counted before anything looks at it.</summary>
public sealed class MeteredReaderTests
{
    private const string Frame = "a\u001e";
    private static readonly string LargePiece = new('a', 256);
    private static readonly string SmallPiece = new('a', 255);
    private readonly Pipe _pipe = new();
    private int _floods;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneFrameTooManyIsAFlood(bool atOnce)
    {
        var reader = Open(frames: 3);
        await SendAsync(Frame + Frame);
        Assert.True(Read(reader, atOnce));
        await SendAsync(Frame);
        Assert.True(Read(reader, atOnce));
        Assert.Equal(0, _floods);

        await SendAsync(Frame);
        AssertFlood(reader, atOnce);
    }

    [Fact]
    public async Task OneByteTooManyIsAFlood()
    {
        var reader = Open(bytes: 1000);
        await SendAsync(new string('a', 1000));
        Assert.True(Read(reader));

        await SendAsync("a");
        AssertFlood(reader);
    }

    [Fact]
    public async Task WhatIsLeftInTheBufferIsCountedOnce()
    {
        var reader = Open(frames: 1);
        await SendAsync(Frame);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(reader.TryRead(out var result));
            reader.AdvanceTo(result.Buffer.Start);
        }

        Assert.Equal(0, _floods);
    }

    [Fact]
    public void NothingIsReadWhereNothingCame()
    {
        Assert.False(Open().TryRead(out var result));
        Assert.True(result.Buffer.IsEmpty);
    }

    [Fact]
    public async Task AFrameThatComesByteByByteIsMany()
    {
        var reader = Open(frames: 3);
        for (var i = 0; i < 4; i++)
        {
            await SendAsync(SmallPiece);
            Assert.True(Read(reader));
        }

        await SendAsync("a");
        AssertFlood(reader);
    }

    [Fact]
    public async Task OneSmallPieceAfterAFrameOrALargePieceIsNone()
    {
        var reader = Open(frames: 8);
        foreach (var between in new[] { Frame, LargePiece, LargePiece + Frame, LargePiece, Frame, LargePiece, LargePiece, Frame })
        {
            await SendAsync(SmallPiece);
            Assert.True(Read(reader));
            await SendAsync(between);
            Assert.True(Read(reader));
        }

        Assert.Equal(0, _floods);
    }

    private static bool Read(MeteredReader reader, bool atOnce = false)
    {
        if (!atOnce)
        {
            reader.AdvanceTo(reader.ReadAsync().AsTask().GetAwaiter().GetResult().Buffer.End);
            return true;
        }

        var hasRead = reader.TryRead(out var result);
        reader.AdvanceTo(result.Buffer.End);
        return hasRead;
    }

    private MeteredReader Open(int frames = 100, int bytes = 1_000_000)
    {
        var limits = new LimitsOptions
        {
            FrameShare = 1,
            ChatBurst = frames - 2,
            SignalBurst = 1,
            OtherBurst = 1,
            ByteBurst = bytes,
        };
        return new MeteredReader(_pipe.Reader, new FrameLimits(limits, TestClock.Create()), () => _floods++);
    }

    private void AssertFlood(MeteredReader reader, bool atOnce = false)
    {
        var refusal = Assert.Throws<HubException>(() => Read(reader, atOnce));
        Assert.StartsWith("too_fast: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, _floods);
    }

    private async Task SendAsync(string text) => await _pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));
}
