namespace Conference.Server.Options;

/// <summary><c>Security</c>: who else may use this server from a page.</summary>
public sealed class SecurityOptions
{
    /// <summary>Origins that may connect to the hub besides the server's own, for example <c>https://meet.example</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// Origins whose pages may show this server's pages in a frame, for example <c>https://portal.example</c>; https only, none by default. With
    /// any, the visitor's cookie works in those frames, one for each site that embeds (<c>SameSite=None; Secure; Partitioned</c>), so this server
    /// has to be reached over https too. Devices are the embedding page's to hand on: its frame says
    /// <c>allow="camera; microphone; display-capture; fullscreen"</c>, or the browser gives none.
    /// </summary>
    public IList<string> EmbeddingOrigins { get; } = [];
}
