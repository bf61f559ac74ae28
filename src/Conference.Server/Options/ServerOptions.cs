namespace Conference.Server.Options;

/// <summary><c>Server</c>: how the outside sees it.</summary>
public sealed class ServerOptions
{
    /// <summary>The address that invitations carry, for example <c>https://conference.example</c>; default: the one each request came to.</summary>
    public string? PublicUrl { get; set; }
}
