namespace Conference.Server.Turn;

/// <summary>One server of <see cref="IceOptions"/>.</summary>
public sealed class IceServerOptions
{
    public IList<string> Urls { get; } = [];

    public string? Username { get; set; }

    public string? Credential { get; set; }
}
