namespace Conference.Core.Rooms;

/// <summary>The call of a room: from the first seat to the last, and over a restart of the server until nobody comes back to it.</summary>
internal sealed class Call(List<RoomEvent> events)
{
    private readonly HashSet<string> _persons = new(StringComparer.Ordinal);
    private readonly DateTimeOffset? _lastSeenAt;

    /// <summary>One that was cut off and waits for its people.</summary>
    public Call(OpenCall call, List<RoomEvent> events, DateTimeOffset now)
        : this(events)
    {
        StartedAt = call.StartedAt;
        _lastSeenAt = call.LastSeenAt;
        EmptySince = now;
        _persons.UnionWith(call.PersonIds);
    }

    /// <summary>When it began; null when there is none.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Since when it waits for its people, after it was cut off; null when it does not.</summary>
    public DateTimeOffset? EmptySince { get; private set; }

    /// <summary>Somebody has a seat: begins the call when it is the first one.</summary>
    public void Arrive(Participant participant, DateTimeOffset at)
    {
        _persons.Add(participant.Person.Id);
        EmptySince = null;
        if (StartedAt is null)
        {
            StartedAt = at;
            events.Add(new CallStarted(at, participant));
        }
    }

    /// <summary>Ends one to which nobody came back, with the last sign of it.</summary>
    public void Expire(DateTimeOffset cutoff, DateTimeOffset now)
    {
        if (EmptySince <= cutoff && StartedAt is not null)
        {
            Finish(_lastSeenAt ?? now);
        }
    }

    /// <summary>Ends it.</summary>
    public void Finish(DateTimeOffset at)
    {
        events.Add(new CallEnded(at, at - StartedAt!.Value, _persons.Count));
        Forget();
        _persons.Clear();
    }

    /// <summary>Drops it without a word.</summary>
    public void Forget() => (StartedAt, EmptySince) = (null, null);
}
