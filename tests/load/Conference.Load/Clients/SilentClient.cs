using System.Text;
using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>Somebody of the product whom nothing of a room may reach, and who counts what does.</summary>
/// <param name="poller">What serves the connection.</param>
/// <param name="visitor">Who it is.</param>
/// <param name="code">The room that is asked for.</param>
/// <param name="status">The answer to that: <c>joined</c>, <c>waiting</c>, <c>removed</c>.</param>
internal sealed class SilentClient(Poller poller, Visitor visitor, string code, string status) : ConferenceClient(poller, default, visitor, code)
{
    private static readonly byte[] LobbyUpdated = "\"target\":\"LobbyUpdated\""u8.ToArray();
    private bool _isWire;

    /// <summary>What reached it: before it became a tripwire all, from then on what must not.</summary>
    public int Heard { get; private set; }

    /// <summary>The last of that.</summary>
    public string LastHeard { get; private set; } = "";

    protected override string Status => status;

    /// <summary>Whatever is pushed from now on is one too many; only who waits may hear of the state of the lobby.</summary>
    public void BecomeWire()
    {
        _isWire = true;
        Heard = 0;
    }

    protected override void OnInvocation(ReadOnlySpan<byte> record)
    {
        if (!_isWire || status != "waiting" || record.IndexOf(LobbyUpdated) < 0)
        {
            Heard++;
            LastHeard = Encoding.UTF8.GetString(record);
        }
    }
}
