namespace Conference.Server.Options;

/// <summary><c>Ice</c>: what browsers use to find a way to each other.</summary>
public sealed class IceOptions
{
    /// <summary>STUN and TURN servers; none by default, so that nothing outside is asked.</summary>
    public IList<IceServerOptions> Servers { get; } = [];
}

/// <summary>One STUN or TURN server.</summary>
public sealed class IceServerOptions
{
    /// <summary>For example <c>stun:conference.example:3478</c>.</summary>
    public IList<string> Urls { get; } = [];

    /// <summary>For TURN.</summary>
    public string? Username { get; set; }

    /// <summary>For TURN.</summary>
    public string? Credential { get; set; }
}
