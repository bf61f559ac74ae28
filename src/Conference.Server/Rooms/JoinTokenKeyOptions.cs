namespace Conference.Server.Rooms;

/// <summary>One key of <see cref="JoinTokenOptions"/>: either a secret or the public half of a pair.</summary>
public sealed class JoinTokenKeyOptions
{
    /// <summary>What tokens have as <c>kid</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>At least 32 bytes of text that the site and this server share: HS256.</summary>
    public string? Secret { get; set; }

    /// <summary>As PEM. RSA of at least 2048 bits: RS256. A curve P-256, P-384 or P-521: ES256, ES384, ES512.</summary>
    public string? PublicKey { get; set; }
}
