using System.Diagnostics;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>The participants of one server's rooms, and the load they make.</summary>
internal sealed class Crowd : IDisposable
{
    private const int OpenAtOnce = 50;
    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Poller _poller;
    private readonly IReadOnlyList<ChatClient> _clients;
    private readonly int _rooms;
    private readonly long _openedAt = Stopwatch.GetTimestamp();
    private long _keptAlive;
    private ushort _runs;

    public Crowd(Poller poller, IReadOnlyList<ChatClient> clients)
    {
        _poller = poller;
        _clients = clients;
        _rooms = clients.Max(c => c.Place.Room) + 1;
        poller.Waiting += KeepAlive;
    }

    /// <summary>Whether the server may end connections; otherwise the first one that it ends is the end of the measurement.</summary>
    public bool MayBeCut { get; set; }

    /// <summary>How many connections the server has ended.</summary>
    public int CutCount => _clients.Count(c => c.IsClosed);

    private int PeoplePerRoom => _clients.Count / _rooms;

    /// <summary>Connects and seats everybody.</summary>
    public void Open(Uri server)
    {
        foreach (var wave in _clients.Chunk(OpenAtOnce))
        {
            foreach (var client in wave)
            {
                client.Open(server);
            }

            WaitUntil(() => wave.All(c => c.IsReady), OpenTimeout, "not everybody got a seat");
        }
    }

    /// <summary>Serves the connections without making load.</summary>
    public void Idle(TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Serve(Tick);
        }
    }

    /// <summary>Serves the connections until something has come about.</summary>
    /// <exception cref="TimeoutException">It has not in time.</exception>
    public void WaitUntil(Func<bool> condition, TimeSpan timeout, string failure)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > timeout)
            {
                throw new TimeoutException($"After {timeout.TotalSeconds} s {failure}.");
            }

            Serve(Tick);
        }
    }

    /// <summary>
    /// Nobody reads any more, though all go on saying that they live: nothing but their not reading can end their connections, which the server
    /// may do now.
    /// </summary>
    public void FallAsleep()
    {
        MayBeCut = true;
        foreach (var client in _clients)
        {
            client.FallAsleep();
        }
    }

    /// <summary>
    /// Sends at a steady rate whatever comes back: each message's time is fixed beforehand and its delay counts from then, so that a stall
    /// counts for every message that had to wait.
    /// </summary>
    public ChatRun Load(double messagesPerSecond, TimeSpan duration)
    {
        var messages = (int)(messagesPerSecond * duration.TotalSeconds);
        var run = new ChatRun(++_runs, _rooms, PeoplePerRoom, (messages / _rooms) + 1);
        SetRun(run);
        var start = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < messages;)
        {
            sent = SendDue(run, start, sent, messages, messagesPerSecond);
            Serve(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), DueAt(start, sent, messagesPerSecond)));
        }

        Drain(run);
        SetRun(null);
        return run;
    }

    public void Dispose()
    {
        _poller.Waiting -= KeepAlive;
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

    private static long DueAt(long start, int message, double messagesPerSecond) =>
        start + (long)(message / messagesPerSecond * Stopwatch.Frequency);

    private int SendDue(ChatRun run, long start, int sent, int messages, double messagesPerSecond)
    {
        var now = Stopwatch.GetTimestamp();
        for (; sent < messages; sent++)
        {
            var dueAt = DueAt(start, sent, messagesPerSecond);
            if (dueAt > now)
            {
                break;
            }

            var client = _clients[sent % _clients.Count];
            client.Send(new MessageText(run.Number, run.NextIndex(client.Place.Room), dueAt));
        }

        return sent;
    }

    private void Drain(ChatRun run)
    {
        var start = Stopwatch.GetTimestamp();
        while (run.Missing > 0 && Stopwatch.GetElapsedTime(start) < DrainTimeout)
        {
            Serve(Tick);
        }

        Serve(Tick);
    }

    private void Serve(TimeSpan atMost) => _poller.Wait(atMost < Tick ? atMost : Tick);

    /// <summary>Lets everybody say once in an interval that they live, one after the other.</summary>
    private void KeepAlive()
    {
        var due = (long)(Stopwatch.GetElapsedTime(_openedAt) / KeepAliveInterval * _clients.Count);
        for (; _keptAlive < due; _keptAlive++)
        {
            KeepAlive(_clients[(int)(_keptAlive % _clients.Count)]);
        }
    }

    /// <summary>Says that one lives, unless the server ended the connection and may do so.</summary>
    private void KeepAlive(ChatClient client)
    {
        if (client.IsClosed && !MayBeCut)
        {
            throw new IOException($"Client {client.Place.Index} was cut off.");
        }

        if (client.IsReady && !client.IsClosed)
        {
            client.KeepAlive();
        }
    }

    private void SetRun(ChatRun? run)
    {
        foreach (var client in _clients)
        {
            client.Run = run;
        }
    }
}
