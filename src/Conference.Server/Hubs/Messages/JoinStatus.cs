namespace Conference.Server.Hubs.Messages;

/// <summary>What became of a request to join.</summary>
public enum JoinStatus
{
    /// <summary>The caller has a seat.</summary>
    Joined,

    /// <summary>There is no room with this code.</summary>
    NotFound,

    /// <summary>Every seat is taken.</summary>
    Full,
}
