using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Unicode;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>A participant of the product: waits for the acknowledgement of each message and checks that sequences have no gap.</summary>
/// <param name="poller">What serves the connection.</param>
/// <param name="place">Where it sits.</param>
/// <param name="visitor">Who it is.</param>
/// <param name="code">The room's code.</param>
/// <param name="padding">What follows in each text it sends.</param>
internal class ConferenceClient(Poller poller, Place place, Visitor visitor, string code, string padding = "")
    : SignalRClient(poller, place)
{
    private const int FrameSpace = 240;
    private static readonly byte[] ParticipantIdName = "\"participantId\":\""u8.ToArray();
    private static readonly byte[] MessagesAdded = "\"MessagesAdded\""u8.ToArray();
    private static readonly byte[] SequenceName = "\"sequence\":"u8.ToArray();
    private static readonly byte[] End = "\"}]}\u001e"u8.ToArray();
    private readonly byte[] _padding = Encoding.UTF8.GetBytes(padding);
    private readonly List<long> _dueAt = [];
    private int _answered;
    private long _lastSequence;

    public Visitor Visitor => visitor;

    public string Code => code;

    /// <summary>This load of the page.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString("n");

    /// <summary>The id in the roster; empty before there is a seat.</summary>
    public string ParticipantId { get; private set; } = "";

    /// <summary>How many calls were made.</summary>
    public int CallCount => _dueAt.Count;

    /// <summary>Whether every call was answered.</summary>
    public bool IsAnswered => _answered == _dueAt.Count;

    /// <summary>How many calls the server refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>What the server says to who joins as this one does.</summary>
    protected virtual string Status => "joined";

    /// <summary>The same person on a new load of the page.</summary>
    public ConferenceClient Again() => new(Poller, Place, visitor, code, padding);

    public override void Open(Uri server) => Connect(new Uri(server, "/hub"), visitor.Headers(server));

    public override void Send(MessageText text)
    {
        Span<byte> words = stackalloc byte[MessageText.Length + _padding.Length];
        text.Write(words);
        _padding.CopyTo(words[MessageText.Length..]);
        Span<byte> message = stackalloc byte[words.Length + FrameSpace];
        Utf8.TryWrite(
            message,
            $"{{\"type\":1,\"invocationId\":\"{_dueAt.Count}\",\"target\":\"SendMessage\",\"arguments\":[{{\"id\":\"{MessageId.Of(Place, text)}\",\"text\":\"",
            out var length);
        words.CopyTo(message[length..]);
        End.CopyTo(message[(length + words.Length)..]);
        _dueAt.Add(text.DueAt);
        SendText(message[..(length + words.Length + End.Length)]);
    }

    /// <summary>Calls a method of the hub with arguments that are JSON already.</summary>
    public void Call(string method, string arguments)
    {
        var record = $"{{\"type\":1,\"invocationId\":\"{_dueAt.Count}\",\"target\":\"{method}\",\"arguments\":[{arguments}]}}\u001e";
        _dueAt.Add(Stopwatch.GetTimestamp());
        SendText(Encoding.UTF8.GetBytes(record));
    }

    protected override (string Method, string Arguments) JoinCall() => (
        "JoinRoom",
        $$"""[{"code":"{{code}}","name":"{{Name}}","instanceId":"{{Instance}}","media":{"microphone":"none","camera":"none"},"chatOnly":false}]""");

    protected override bool IsSeat(ReadOnlySpan<byte> completion)
    {
        ParticipantId = TakeParticipantId(completion);
        return completion.IndexOf(Encoding.UTF8.GetBytes($"\"status\":\"{Status}\"")) >= 0;
    }

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
        _answered++;
        if (failed)
        {
            Refusals++;
            Run?.OnRefused();
        }
        else
        {
            Run?.OnAcknowledged(Stopwatch.GetElapsedTime(_dueAt[invocation]));
        }
    }

    private static string TakeParticipantId(ReadOnlySpan<byte> completion)
    {
        var start = completion.IndexOf(ParticipantIdName);
        var rest = start < 0 ? [] : completion[(start + ParticipantIdName.Length)..];
        return start < 0 ? "" : Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
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
