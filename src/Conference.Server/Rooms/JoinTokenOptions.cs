namespace Conference.Server.Rooms;

/// <summary>Section <c>JoinTokens</c>: the sites that may send people straight into rooms, and how they prove it. None by default.</summary>
public sealed class JoinTokenOptions
{
    public const string Section = "JoinTokens";

    /// <summary>What tokens must have as <c>iss</c>.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>What tokens must have as <c>aud</c>: this server, so that no token for another one is taken.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The furthest that the end of a token may be ahead.</summary>
    public TimeSpan LongestLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The keys; several while one takes the place of another.</summary>
    public IList<JoinTokenKeyOptions> Keys { get; } = [];

    internal bool IsOn => Keys.Count > 0;
}
