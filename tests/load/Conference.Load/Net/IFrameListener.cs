namespace Conference.Load.Net;

/// <summary>Gets the messages of a <see cref="FrameReader"/>; the span is valid during the call only.</summary>
internal interface IFrameListener
{
    void OnMessage(Opcode opcode, ReadOnlySpan<byte> message);
}
