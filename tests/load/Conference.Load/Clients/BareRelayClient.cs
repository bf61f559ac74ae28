using System.Text.Unicode;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>A client of the bare SignalR relay: sends without waiting for an answer, as Socket.IO's does.</summary>
internal sealed class BareRelayClient(Poller poller, Place place) : SignalRClient(poller, place)
{
    private static readonly byte[] CallNothing = "{\"type\":1,\"invocationId\":\"0\",\"target\":\"Nothing\",\"arguments\":[]}\u001e"u8.ToArray();
    private static readonly byte[] End = "\"]}\u001e"u8.ToArray();

    /// <summary>How many empty calls were answered.</summary>
    public int Answered { get; private set; }

    public override void Open(Uri server) => Connect(new Uri(server, "/hub"), []);

    public void Call() => SendText(CallNothing);

    public override void Send(MessageText text)
    {
        Span<byte> words = stackalloc byte[MessageText.Length];
        text.Write(words);
        Span<byte> message = stackalloc byte[320];
        Utf8.TryWrite(message, $"{{\"type\":1,\"target\":\"Send\",\"arguments\":[\"{MessageId.Of(Place, text)}\",\"", out var length);
        words.CopyTo(message[length..]);
        End.CopyTo(message[(length + words.Length)..]);
        SendText(message[..(length + words.Length + End.Length)]);
    }

    protected override (string Method, string Arguments) JoinCall() => ("Join", $"[\"{Room}\",\"{Name}\"]");

    protected override bool IsSeat(ReadOnlySpan<byte> completion) => completion.IndexOf("error"u8) < 0;

    protected override void OnInvocation(ReadOnlySpan<byte> record) => Deliver(record);

    protected override void OnCompletion(int invocation, bool failed) => Answered++;
}
