using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Conference.Server.Hubs.Connections;
using Conference.Server.Hubs.Filters;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>What waits for a connection that reads too slowly.</summary>
public sealed class OutboxTests
{
    private readonly Pipe _transport = new(new PipeOptions(pauseWriterThreshold: 64, resumeWriterThreshold: 32));
    private int _drops;

    [Fact]
    public async Task WhatWaitsComesCompleteAndInOrder()
    {
        var outbox = Open(messages: 10_000, bytes: 1_000_000);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(await SendAsync(outbox, $"{i} ", inParts: i % 2 == 0));
        }

        Assert.Equal(string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i} ")), await ReadAsync(3890));
        Assert.Equal(0, _drops);
    }

    [Fact]
    public async Task WhoCaughtUpIsSentToDirectlyAgain()
    {
        var outbox = Open(messages: 2, bytes: 1_000_000);
        for (var round = 0; round < 20; round++)
        {
            await SendAsync(outbox, new string('a', 100), inParts: false);
            await SendAsync(outbox, new string('b', 100), inParts: true);
            Assert.Equal(new string('a', 100) + new string('b', 100), await ReadAsync(200));
        }

        Assert.Equal(0, _drops);
    }

    [Fact]
    public async Task OneMessageTooManyDropsTheConnectionOnceAndKeepsNothing()
    {
        var outbox = Open(messages: 10, bytes: 1_000_000);
        await SendAsync(outbox, new string('a', 64), inParts: false);
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(outbox, "b", inParts: false);
            Assert.Equal(0, _drops);
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.True(await SendAsync(outbox, "c", inParts: true));
            Assert.Equal(1, _drops);
        }

        Assert.Equal(new string('a', 64), await ReadAsync(64));
        Assert.False(_transport.Reader.TryRead(out _));
    }

    [Fact]
    public async Task BytesAreLimitedToo()
    {
        var outbox = Open(messages: 1000, bytes: 100);
        await SendAsync(outbox, new string('a', 64), inParts: false);
        await SendAsync(outbox, new string('b', 5000), inParts: false);
        Assert.Equal(0, _drops);

        await SendAsync(outbox, "c", inParts: false);
        Assert.Equal(1, _drops);
    }

    [Fact]
    public async Task AMessageLargerThanTheBoxReachesWhoReads()
    {
        var outbox = Open(messages: 10, bytes: 100);
        await SendAsync(outbox, new string('a', 64), inParts: true);
        await SendAsync(outbox, new string('b', 50_000), inParts: true);

        Assert.Equal(new string('a', 64) + new string('b', 50_000), await ReadAsync(50_064));
        Assert.Equal(0, _drops);
    }

    [Fact]
    public async Task AfterItsEndNothingIsKept()
    {
        var outbox = Open(messages: 10, bytes: 100);
        await SendAsync(outbox, new string('a', 64), inParts: false);
        await outbox.CompleteAsync();

        for (var i = 0; i < 20; i++)
        {
            Assert.True(await SendAsync(outbox, "b", inParts: false));
        }

        Assert.Equal(0, _drops);
        Assert.Equal(new string('a', 64), await ReadAsync(64));
    }

    /// <returns>Whether it did not have to wait.</returns>
    private static async Task<bool> SendAsync(Outbox outbox, string text, bool inParts)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (inParts)
        {
            outbox.Write(bytes.AsSpan(0, bytes.Length / 2));
            outbox.Write(bytes.AsSpan(bytes.Length / 2));
        }

        var sending = inParts ? outbox.FlushAsync() : outbox.WriteAsync(bytes);
        var isDone = sending.IsCompleted;
        await sending;
        return isDone;
    }

    private Outbox Open(int messages, int bytes) =>
        new(_transport.Writer, new LimitsOptions { OutboxMessages = messages, OutboxBytes = bytes }, () => _drops++);

    private async Task<string> ReadAsync(int length)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var text = new StringBuilder();
        while (text.Length < length)
        {
            var result = await _transport.Reader.ReadAsync(patience.Token);
            text.Append(Encoding.UTF8.GetString(result.Buffer));
            _transport.Reader.AdvanceTo(result.Buffer.End);
        }

        return text.ToString();
    }
}
