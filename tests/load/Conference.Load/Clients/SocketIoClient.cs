using System.Text;
using System.Text.Unicode;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>Speaks Socket.IO 5 over Engine.IO 4, WebSocket only.</summary>
internal sealed class SocketIoClient(Poller poller, Place place) : ChatClient(poller, place)
{
    private static readonly byte[] EngineOpen = "0{"u8.ToArray();
    private static readonly byte[] EnginePing = "2"u8.ToArray();
    private static readonly byte[] EnginePong = "3"u8.ToArray();
    private static readonly byte[] Connected = "40"u8.ToArray();
    private static readonly byte[] Joined = "42[\"joined\""u8.ToArray();

    public override void Open(Uri server) => Connect(new Uri(server, "/socket.io/?EIO=4&transport=websocket"), []);

    public override void OnOpen()
    {
    }

    public override void OnMessage(ReadOnlySpan<byte> message)
    {
        if (message.SequenceEqual(EnginePing))
        {
            SendText(EnginePong);
        }
        else if (message.StartsWith(EngineOpen))
        {
            SendText(Connected);
        }
        else if (message.StartsWith(Connected))
        {
            SendText(Encoding.UTF8.GetBytes($"42[\"join\",\"{Room}\",\"{Name}\"]"));
        }
        else if (message.StartsWith(Joined))
        {
            IsReady = true;
        }
        else
        {
            Deliver(message);
        }
    }

    public override void Send(MessageText text)
    {
        Span<byte> words = stackalloc byte[MessageText.Length];
        text.Write(words);
        Span<byte> message = stackalloc byte[256];
        Utf8.TryWrite(message, $"42[\"send\",\"{MessageId.Of(Place, text)}\",\"", out var length);
        words.CopyTo(message[length..]);
        "\"]"u8.CopyTo(message[(length + words.Length)..]);
        SendText(message[..(length + words.Length + 2)]);
    }
}
