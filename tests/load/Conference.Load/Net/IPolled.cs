namespace Conference.Load.Net;

/// <summary>Served by a <see cref="Poller"/> when its socket is ready.</summary>
internal interface IPolled
{
    void OnReadable();

    void OnWritable();
}
