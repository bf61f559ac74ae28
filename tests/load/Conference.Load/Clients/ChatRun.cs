using System.Collections;
using Conference.Load.Measure;

namespace Conference.Load.Clients;

/// <summary>One stretch of load and all that came of it: every delivery to every client is counted, none is taken for granted.</summary>
internal sealed class ChatRun
{
    private readonly BitArray[] _received;
    private readonly int[] _sentToRoom;
    private readonly int _peoplePerRoom;

    public ChatRun(ushort number, int rooms, int peoplePerRoom, int messagesPerRoom)
    {
        Number = number;
        _peoplePerRoom = peoplePerRoom;
        _sentToRoom = new int[rooms];
        _received = [.. Enumerable.Range(0, rooms * peoplePerRoom).Select(_ => new BitArray(messagesPerRoom))];
    }

    public ushort Number { get; }

    public Histogram Deliveries { get; } = new();

    public Histogram Acknowledgements { get; } = new();

    public long Sent { get; private set; }

    public long Doubled { get; private set; }

    public long Disordered { get; private set; }

    public long Refused { get; private set; }

    public long Missing => (Sent * _peoplePerRoom) - Deliveries.Count;

    /// <summary>Whether every message reached everybody in its room once, in order, and none was refused.</summary>
    public bool IsComplete => Missing == 0 && Doubled == 0 && Disordered == 0 && Refused == 0;

    public string Faults => IsComplete ? "complete" : $"missing {Missing}, doubled {Doubled}, disordered {Disordered}, refused {Refused}";

    /// <summary>Counts a message as sent.</summary>
    /// <returns>Its number in the room.</returns>
    public int NextIndex(int room)
    {
        Sent++;
        return _sentToRoom[room]++;
    }

    public void OnDelivered(int client, MessageText text, long now)
    {
        if (text.Run != Number)
        {
            return;
        }

        if (_received[client][text.Index])
        {
            Doubled++;
            return;
        }

        _received[client][text.Index] = true;
        Deliveries.Record(text.Age(now));
    }

    public void OnAcknowledged(TimeSpan age) => Acknowledgements.Record(age);

    public void OnDisordered() => Disordered++;

    public void OnRefused() => Refused++;
}
