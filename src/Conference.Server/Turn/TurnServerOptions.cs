namespace Conference.Server.Turn;

/// <summary>One server of <see cref="TurnOptions"/>.</summary>
public sealed class TurnServerOptions
{
    /// <summary>All ways to it, for example <c>turn:turn.example:3478</c> and <c>turns:turn.example:443?transport=tcp</c>.</summary>
    public IList<string> Urls { get; } = [];

    /// <summary>What coturn calls <c>static-auth-secret</c>.</summary>
    public string Secret { get; set; } = "";
}
