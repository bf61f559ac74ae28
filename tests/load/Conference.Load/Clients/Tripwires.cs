using Conference.Load.Net;

namespace Conference.Load.Clients;

/// <summary>
/// Silent clients beside the load of a room: two wait in its lobby, one has left it, one was removed from it and came back, one sits in
/// another room. Nothing of any other room may reach them.
/// </summary>
internal sealed class Tripwires : IDisposable
{
    /// <summary>How many different people it takes.</summary>
    public const int Count = 5;

    private const string Joined = "joined";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<Crowd> _crowds = [];
    private readonly List<SilentClient> _wires = [];

    private Tripwires()
    {
    }

    /// <summary>What reached the clients since they were laid.</summary>
    public int Heard => _wires.Sum(wire => wire.Heard);

    /// <summary>An example of that.</summary>
    public string LastHeard => _wires.Find(wire => wire.Heard > 0)?.LastHeard ?? "";

    /// <summary>Lays them around the room of its host, whose lobby is on from then; whoever was in the room may come again.</summary>
    public static Tripwires Lay(Poller poller, Uri server, ConferenceClient host, IReadOnlyList<Visitor> visitors, string elsewhere)
    {
        var tripwires = new Tripwires();
        var there = new SilentClient(poller, visitors[0], elsewhere, Joined);
        var left = new SilentClient(poller, visitors[1], host.Code, Joined);
        tripwires.Open(poller, server, there, left);
        Remove(poller, server, host, visitors[2]);
        tripwires.Open(
            poller,
            server,
            new SilentClient(poller, visitors[2], host.Code, "removed"),
            new SilentClient(poller, visitors[3], host.Code, "waiting"),
            new SilentClient(poller, visitors[4], host.Code, "waiting"));
        tripwires.Arm(there, left);
        return tripwires;
    }

    public void Dispose() => _crowds.ForEach(crowd => crowd.Dispose());

    /// <summary>A second page of the host removes somebody, which turns the lobby on.</summary>
    private static void Remove(Poller poller, Uri server, ConferenceClient host, Visitor visitor)
    {
        var (hand, outcast) = (host.Again(), new SilentClient(poller, visitor, host.Code, Joined));
        using var crowd = new Crowd(poller, [hand, outcast]);
        crowd.Open(server);
        Call(crowd, hand, "RemoveParticipant", $$"""{"to":"{{outcast.ParticipantId}}"}""");
        Call(crowd, hand, "LeaveRoom", "");
    }

    private static void Call(Crowd crowd, ConferenceClient caller, string method, string arguments)
    {
        caller.Call(method, arguments);
        crowd.WaitUntil(() => caller.IsAnswered, Patience, $"{method} was not answered");
        if (caller.Refusals > 0)
        {
            throw new InvalidDataException($"{method} was refused.");
        }
    }

    private void Open(Poller poller, Uri server, params SilentClient[] wires)
    {
        var crowd = new Crowd(poller, wires);
        _crowds.Add(crowd);
        _wires.AddRange(wires);
        crowd.Open(server);
    }

    /// <summary>What they do themselves comes first: one leaves, the other hears that its own call began.</summary>
    private void Arm(SilentClient there, SilentClient left)
    {
        Call(_crowds[0], left, "LeaveRoom", "");
        _crowds[0].WaitUntil(() => there.Heard > 0, Patience, "nobody was told that a call began");
        _wires.ForEach(wire => wire.BecomeWire());
    }
}
