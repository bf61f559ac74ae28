using Conference.Load.Clients;

namespace Conference.Load.Tests;

public sealed class MessageTextTests
{
    [Fact]
    public void TextsAreFoundInsideOtherBytes()
    {
        MessageText[] texts = [new(1, 0, 42), new(ushort.MaxValue, int.MaxValue, long.MaxValue)];
        var bytes = new byte[400];
        texts[0].Write(bytes.AsSpan(17));
        texts[1].Write(bytes.AsSpan(200));

        ReadOnlySpan<byte> rest = bytes;
        foreach (var expected in texts)
        {
            Assert.True(MessageText.TryTake(ref rest, out var found));
            Assert.Equal(expected, found);
        }

        Assert.False(MessageText.TryTake(ref rest, out _));
    }

    [Fact]
    public void ARunKnowsWhatIsMissingAndWhatCameTwice()
    {
        var run = new ChatRun(1, rooms: 1, peoplePerRoom: 2, messagesPerRoom: 1);
        var text = new MessageText(1, run.NextIndex(0), 0);
        run.OnDelivered(0, text, 1);
        Assert.Equal(1, run.Missing);
        Assert.False(run.IsComplete);

        run.OnDelivered(1, text, 1);
        Assert.True(run.IsComplete);

        run.OnDelivered(1, text, 1);
        Assert.Equal(1, run.Doubled);
        Assert.False(run.IsComplete);
    }
}
