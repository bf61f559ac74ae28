using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Conference.Load.Net;

/// <summary>
/// Waits for many sockets on one thread (Linux epoll). Asynchronous sockets hand every read to another thread, which on one core costs
/// more than the read.
/// </summary>
internal sealed partial class Poller : IDisposable
{
    private const int Add = 1;
    private const int Remove = 2;
    private const int Modify = 3;
    private const uint Readable = 1;
    private const uint Writable = 4;
    private const int MaxEvents = 256;

    // The kernel packs the event on x86-64 only.
    private static readonly int EventSize = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataOffset = EventSize - 8;

    private readonly int _epoll = epoll_create1(0);
    private readonly byte[] _events = new byte[MaxEvents * 16];
    private readonly Dictionary<int, IPolled> _polled = [];

    /// <summary>Raised before each wait: the place for what happens by the clock.</summary>
    public event Action? Waiting;

    public void Watch(Socket socket, IPolled polled)
    {
        var handle = (int)socket.Handle;
        _polled.Add(handle, polled);
        Control(Add, handle, Readable);
    }

    public void WatchWrites(Socket socket, bool writes) =>
        Control(Modify, (int)socket.Handle, writes ? Readable | Writable : Readable);

    public void Forget(Socket socket)
    {
        var handle = (int)socket.Handle;
        if (_polled.Remove(handle))
        {
            Control(Remove, handle, 0);
        }
    }

    /// <summary>Waits for at most the given time, then serves every socket that is ready.</summary>
    public void Wait(TimeSpan atMost)
    {
        Waiting?.Invoke();
        var ready = WaitForEvents(atMost < TimeSpan.Zero ? TimeSpan.Zero : atMost);
        for (var i = 0; i < ready; i++)
        {
            var entry = _events.AsSpan(i * EventSize, EventSize);
            if (_polled.TryGetValue(MemoryMarshal.Read<int>(entry[DataOffset..]), out var polled))
            {
                Serve(polled, MemoryMarshal.Read<uint>(entry));
            }
        }
    }

    public void Dispose() => _ = close(_epoll);

    private static void Serve(IPolled polled, uint events)
    {
        if ((events & Writable) != 0)
        {
            polled.OnWritable();
        }

        if ((events & ~Writable) != 0)
        {
            polled.OnReadable();
        }
    }

    private unsafe int WaitForEvents(TimeSpan atMost)
    {
        Span<long> timeout = [atMost.Ticks / TimeSpan.TicksPerSecond, atMost.Ticks % TimeSpan.TicksPerSecond * 100];
        fixed (byte* events = _events)
        fixed (long* time = timeout)
        {
            return epoll_pwait2(_epoll, events, MaxEvents, time, null);
        }
    }

    private unsafe void Control(int operation, int handle, uint events)
    {
        Span<byte> entry = stackalloc byte[16];
        MemoryMarshal.Write(entry, events);
        MemoryMarshal.Write(entry[DataOffset..], (long)handle);
        fixed (byte* pointer = entry)
        {
            if (epoll_ctl(_epoll, operation, handle, pointer) != 0)
            {
                throw new IOException($"epoll_ctl failed: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int epoll_ctl(int epoll, int operation, int handle, byte* entry);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int epoll_pwait2(int epoll, byte* events, int maxEvents, long* timeout, void* signalMask);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
