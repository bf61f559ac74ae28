namespace Conference.Load.Net;

/// <summary>Hears what happens on a <see cref="WebSocketConnection"/>; the span is valid during the call only.</summary>
internal interface IWebSocketListener
{
    void OnOpen();

    void OnMessage(ReadOnlySpan<byte> message);
}
