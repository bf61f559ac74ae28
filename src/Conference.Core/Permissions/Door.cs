using Conference.Core.Rooms;

namespace Conference.Core;

/// <summary>What somebody meets who wants to come into a room.</summary>
public enum Door
{
    /// <summary>Nothing: there is a seat.</summary>
    Open,

    /// <summary>The lobby: a host decides.</summary>
    Lobby,

    /// <summary>A lock.</summary>
    Locked,

    /// <summary>A host said no less than a minute ago.</summary>
    Denied,

    /// <summary>Was removed.</summary>
    Removed,
}

/// <summary>Who wants to come in, as the server knows them.</summary>
/// <param name="Person">What the database has of them in this room; null when nothing.</param>
/// <param name="IsReturning">Whether they have a valid resume token: they were let in before, in this call or the one that a restart cut off.</param>
/// <param name="IsVouched">Whether they have a valid join token: a site that the operator trusts lets them in.</param>
public sealed record Entrant(PersonRecord? Person, bool IsReturning = false, bool IsVouched = false);

/// <summary>The rules of a room's door. Pure: the live room and the look-up before joining ask the same.</summary>
public static class Doorkeeper
{
    /// <summary>How long a no keeps somebody from asking again.</summary>
    public static readonly TimeSpan DenialLength = TimeSpan.FromMinutes(1);

    /// <summary>What they meet. The password is another question.</summary>
    /// <param name="entrant">Who.</param>
    /// <param name="settings">The room's settings.</param>
    /// <param name="callStartedAt">When the running call began; null when there is none.</param>
    /// <param name="now">Now.</param>
    public static Door Ask(Entrant entrant, RoomSettings settings, DateTimeOffset? callStartedAt, DateTimeOffset now)
    {
        if (entrant.Person?.Access == PersonAccess.Removed)
        {
            return Door.Removed;
        }

        if (IsKnown(entrant, callStartedAt))
        {
            return Door.Open;
        }

        if (WasJustDenied(entrant, now))
        {
            return Door.Denied;
        }

        return settings switch
        {
            { Locked: true } => Door.Locked,
            { Lobby: true } => Door.Lobby,
            _ => Door.Open,
        };
    }

    /// <summary>Whether the room's password, if it has one, keeps them out.</summary>
    public static bool NeedsPassword(Entrant entrant, DateTimeOffset? callStartedAt) => !IsKnown(entrant, callStartedAt);

    private static bool WasJustDenied(Entrant entrant, DateTimeOffset now) => entrant.Person switch
    {
        { Access: PersonAccess.Denied, AccessAt: { } deniedAt } => now - deniedAt < DenialLength,
        _ => false,
    };

    /// <summary>Hosts, whoever was let in during this call, and whoever has the token of a seat or a join token.</summary>
    private static bool IsKnown(Entrant entrant, DateTimeOffset? callStartedAt) => entrant switch
    {
        { IsReturning: true } or { IsVouched: true } or { Person.IsHost: true } => true,
        { Person: { Access: PersonAccess.Admitted, AccessAt: { } admittedAt } } => admittedAt >= callStartedAt,
        _ => false,
    };
}
