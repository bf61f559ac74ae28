using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;

namespace Conference.Server.Rooms;

/// <summary>
/// Takes join tokens. A token belongs to the browser that comes with it first, and makes a host once: a link that was passed on opens nothing, and
/// whose rights a host took does not get them back with it. A restart forgets this, which is why tokens do not live long.
/// </summary>
public sealed class JoinPasses(JoinTokens tokens, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Use> _uses = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _ends = new();

    /// <summary>Reads the caller's token.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.JoinTokenInvalid"/> when it is not good for this caller and room.</exception>
    public async Task<JoinPass?> TakeAsync(HubCaller caller, RoomCode room, string? token)
    {
        if (token is null)
        {
            return null;
        }

        var pass = await tokens.ReadAsync(token);
        return pass is not null && pass.Room == room && Claim(pass, caller)
            ? pass
            : throw new ConferenceException(ErrorCodes.JoinTokenInvalid, "This link is not good any more. Go back to where you found it.");
    }

    /// <summary>Whether the pass can make a host still.</summary>
    public bool MayMakeHost(JoinPass pass)
    {
        lock (_gate)
        {
            return pass.IsHost && _uses.TryGetValue(pass.Id, out var use) && !use.HasMadeHost;
        }
    }

    /// <summary>It made a host.</summary>
    public void MadeHost(JoinPass pass)
    {
        lock (_gate)
        {
            if (_uses.TryGetValue(pass.Id, out var use))
            {
                use.HasMadeHost = true;
            }
        }
    }

    private bool Claim(JoinPass pass, HubCaller caller)
    {
        lock (_gate)
        {
            ForgetEnded();
            if (_uses.TryGetValue(pass.Id, out var use))
            {
                return use.Visitor == caller.VisitorId || use.Visitor == caller.FormerVisitorId;
            }

            _uses[pass.Id] = new Use(caller.VisitorId);
            _ends.Enqueue(pass.Id, pass.ExpiresAt);
            return true;
        }
    }

    /// <summary>Long after its end: until then nobody must be able to use it for the first time again.</summary>
    private void ForgetEnded()
    {
        var ended = time.GetUtcNow() - TimeSpan.FromMinutes(5);
        while (_ends.TryPeek(out var id, out var endedAt) && endedAt < ended)
        {
            _ends.Dequeue();
            _uses.Remove(id);
        }
    }

    private sealed class Use(Guid visitor)
    {
        public Guid Visitor { get; } = visitor;

        public bool HasMadeHost { get; set; }
    }
}
