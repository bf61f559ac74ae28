using System.Diagnostics;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>
/// Participants who send as fast as the server's end of the connection takes it, whatever comes back, until there is no connection. One after the
/// other: the next begins when the one before is cut, so that there is a flood all the time.
/// </summary>
internal sealed class Flood : IDisposable
{
    private readonly Poller _poller;
    private readonly IReadOnlyList<ConferenceClient> _flooders;
    private readonly Action<ConferenceClient> _pour;
    private readonly List<TimeSpan> _cuts = [];
    private long _startedAt;

    /// <param name="poller">What serves the connections, and pours before each wait.</param>
    /// <param name="flooders">Seated participants.</param>
    /// <param name="pour">Sends a little.</param>
    public Flood(Poller poller, IReadOnlyList<ConferenceClient> flooders, Action<ConferenceClient> pour)
    {
        _poller = poller;
        _flooders = flooders;
        _pour = pour;
        foreach (var flooder in flooders)
        {
            flooder.BecomeStubborn();
        }

        poller.Waiting += Pour;
    }

    /// <summary>How long each flooder that the server cut could go on, from its first message.</summary>
    public IReadOnlyList<TimeSpan> Cuts => _cuts;

    public bool IsOver => _cuts.Count == _flooders.Count;

    public void Dispose() => _poller.Waiting -= Pour;

    private void Pour()
    {
        if (IsOver)
        {
            return;
        }

        var flooder = _flooders[_cuts.Count];
        _startedAt = _startedAt == 0 ? Stopwatch.GetTimestamp() : _startedAt;
        if (flooder.IsClosed)
        {
            _cuts.Add(Stopwatch.GetElapsedTime(_startedAt));
            _startedAt = 0;
        }
        else if (!flooder.IsBlocked)
        {
            _pour(flooder);
        }
    }
}
