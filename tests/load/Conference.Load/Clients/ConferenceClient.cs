using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Unicode;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>A participant of the product: waits for the acknowledgement of each message and checks that sequences have no gap.</summary>
internal sealed class ConferenceClient(Poller poller, Place place, Visitor visitor, string code) : SignalRClient(poller, place)
{
    private static readonly byte[] MessagesAdded = "\"MessagesAdded\""u8.ToArray();
    private static readonly byte[] SequenceName = "\"sequence\":"u8.ToArray();
    private static readonly byte[] End = "\"}]}\u001e"u8.ToArray();
    private readonly string _instance = Guid.NewGuid().ToString("n");
    private readonly List<long> _dueAt = [];
    private long _lastSequence;

    public override void Open(Uri server) => Connect(new Uri(server, "/hub"), visitor.Headers(server));

    public override void Send(MessageText text)
    {
        Span<byte> words = stackalloc byte[MessageText.Length];
        text.Write(words);
        Span<byte> message = stackalloc byte[320];
        Utf8.TryWrite(
            message,
            $"{{\"type\":1,\"invocationId\":\"{_dueAt.Count}\",\"target\":\"SendMessage\",\"arguments\":[{{\"id\":\"{MessageId.Of(Place, text)}\",\"text\":\"",
            out var length);
        words.CopyTo(message[length..]);
        End.CopyTo(message[(length + words.Length)..]);
        _dueAt.Add(text.DueAt);
        SendText(message[..(length + words.Length + End.Length)]);
    }

    protected override (string Method, string Arguments) JoinCall() => (
        "JoinRoom",
        $$"""[{"code":"{{code}}","name":"{{Name}}","instanceId":"{{_instance}}","media":{"microphone":"none","camera":"none"},"chatOnly":false}]""");

    protected override bool IsSeat(ReadOnlySpan<byte> completion) => completion.IndexOf("\"status\":\"joined\""u8) >= 0;

    protected override void OnInvocation(ReadOnlySpan<byte> record)
    {
        if (record.IndexOf(MessagesAdded) < 0)
        {
            return;
        }

        var now = Stopwatch.GetTimestamp();
        while (TryTakeSequence(ref record, out var sequence))
        {
            CheckOrder(sequence);
            if (MessageText.TryTake(ref record, out var text))
            {
                Run?.OnDelivered(Place.Index, text, now);
            }
        }
    }

    protected override void OnCompletion(int invocation, bool failed)
    {
        if (failed)
        {
            Run?.OnRefused();
        }
        else
        {
            Run?.OnAcknowledged(Stopwatch.GetElapsedTime(_dueAt[invocation]));
        }
    }

    private static bool TryTakeSequence(ref ReadOnlySpan<byte> bytes, out long sequence)
    {
        sequence = 0;
        var start = bytes.IndexOf(SequenceName);
        if (start < 0)
        {
            return false;
        }

        bytes = bytes[(start + SequenceName.Length)..];
        return Utf8Parser.TryParse(bytes, out sequence, out _);
    }

    private void CheckOrder(long sequence)
    {
        if (_lastSequence != 0 && sequence != _lastSequence + 1)
        {
            Run?.OnDisordered();
        }

        _lastSequence = sequence;
    }
}
