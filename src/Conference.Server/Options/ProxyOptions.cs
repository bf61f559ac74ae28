namespace Conference.Server.Options;

/// <summary><c>Proxies</c>: whose <c>X-Forwarded-*</c> headers are believed.</summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/8</c>) besides this machine's own.</summary>
    public IList<string> Known { get; } = [];
}
