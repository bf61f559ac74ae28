namespace Conference.Server.Options;

/// <summary><c>Security</c>: who else may use this server from a page.</summary>
public sealed class SecurityOptions
{
    /// <summary>Origins that may connect to the hub besides the server's own, for example <c>https://meet.example</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}
