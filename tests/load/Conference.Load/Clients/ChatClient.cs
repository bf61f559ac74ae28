using System.Diagnostics;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>One participant of a room: joins, sends, counts what it receives.</summary>
internal abstract class ChatClient : IWebSocketListener, IDisposable
{
    private readonly WebSocketConnection _connection;

    protected ChatClient(Poller poller, Place place)
    {
        Poller = poller;
        Place = place;
        _connection = new WebSocketConnection(poller, this);
    }

    public Place Place { get; }

    /// <summary>The run that deliveries count for; none while warming up to it.</summary>
    public ChatRun? Run { get; set; }

    public bool IsReady { get; protected set; }

    public bool IsClosed => _connection.IsClosed;

    /// <summary>Whether the server does not take what is sent as fast as it is sent.</summary>
    public bool IsBlocked => _connection.IsBlocked;

    protected Poller Poller { get; }

    protected string Name => $"Load {Place.Index}";

    protected string Room => $"room-{Place.Room}";

    public abstract void Open(Uri server);

    public abstract void Send(MessageText text);

    /// <summary>Says that the connection lives, where the server expects it.</summary>
    public virtual void KeepAlive()
    {
    }

    /// <summary>Makes the kernel's buffers as small as between machines, before opening.</summary>
    public void ComeFromAfar() => _connection.LimitBuffers();

    /// <summary>Goes on sending, whatever the server says, until the connection is gone.</summary>
    public void BecomeStubborn() => _connection.IsStubborn = true;

    /// <summary>Reads nothing from now on, as a page on a machine that is too busy; what it sends still goes out.</summary>
    public void FallAsleep() => _connection.StopReading();

    public abstract void OnOpen();

    public abstract void OnMessage(ReadOnlySpan<byte> message);

    public void Dispose() => _connection.Dispose();

    protected void Connect(Uri address, IEnumerable<KeyValuePair<string, string>> headers) => _connection.Open(address, headers);

    protected void SendText(ReadOnlySpan<byte> text) => _connection.Send(text);

    protected void Deliver(ReadOnlySpan<byte> message)
    {
        var now = Stopwatch.GetTimestamp();
        while (MessageText.TryTake(ref message, out var text))
        {
            Run?.OnDelivered(Place.Index, text, now);
        }
    }
}
