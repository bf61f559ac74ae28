using System.Buffers.Text;
using System.Text;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>Speaks SignalR's JSON protocol over a WebSocket without negotiation; reads only what is counted.</summary>
internal abstract class SignalRClient(Poller poller, Place place) : ChatClient(poller, place)
{
    protected const byte RecordEnd = 0x1e;
    private const string JoinInvocation = "join";
    private static readonly byte[] Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();
    private static readonly byte[] HandshakeAnswer = "{}"u8.ToArray();
    private static readonly byte[] Ping = "{\"type\":6}\u001e"u8.ToArray();
    private static readonly byte[] Invocation = "{\"type\":1,"u8.ToArray();
    private static readonly byte[] Completion = "{\"type\":3,\"invocationId\":\""u8.ToArray();
    private static readonly byte[] JoinCompletion = "{\"type\":3,\"invocationId\":\"join\""u8.ToArray();
    private static readonly byte[] Error = "\"error\":"u8.ToArray();

    public override void OnOpen() => SendText(Handshake);

    public override void KeepAlive() => SendText(Ping);

    public override void OnMessage(ReadOnlySpan<byte> message)
    {
        while (!message.IsEmpty)
        {
            var end = message.IndexOf(RecordEnd);
            OnRecord(message[..end]);
            message = message[(end + 1)..];
        }
    }

    /// <summary>The arguments of the call that takes the seat, as JSON.</summary>
    protected abstract (string Method, string Arguments) JoinCall();

    /// <summary>Whether the answer to that call is a seat.</summary>
    protected abstract bool IsSeat(ReadOnlySpan<byte> completion);

    protected abstract void OnInvocation(ReadOnlySpan<byte> record);

    /// <summary>An answer to the call with this number.</summary>
    protected abstract void OnCompletion(int invocation, bool failed);

    private void OnRecord(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith(Invocation))
        {
            OnInvocation(record);
        }
        else if (record.StartsWith(Completion))
        {
            OnCompletion(record);
        }
        else if (record.SequenceEqual(HandshakeAnswer))
        {
            var (method, arguments) = JoinCall();
            SendText(Encoding.UTF8.GetBytes(
                $"{{\"type\":1,\"invocationId\":\"{JoinInvocation}\",\"target\":\"{method}\",\"arguments\":{arguments}}}\u001e"));
        }
    }

    private void OnCompletion(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith(JoinCompletion))
        {
            IsReady = IsSeat(record) ? true : throw new InvalidDataException($"No seat: {Encoding.UTF8.GetString(record)}");
        }
        else if (Utf8Parser.TryParse(record[Completion.Length..], out int invocation, out var digits))
        {
            OnCompletion(invocation, record[(Completion.Length + digits)..].IndexOf(Error) >= 0);
        }
    }
}
