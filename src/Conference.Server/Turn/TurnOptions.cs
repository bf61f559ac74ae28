namespace Conference.Server.Turn;

/// <summary>Section <c>Turn</c>: TURN servers that share a secret with this one, so that each participant has a credential of its own that ends soon.</summary>
public sealed class TurnOptions
{
    /// <summary>The servers; none by default.</summary>
    public IList<TurnServerOptions> Servers { get; } = [];

    /// <summary>For how long a credential is good to begin with, between 10 s and 10 minutes. Pages renew theirs in time.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);
}
