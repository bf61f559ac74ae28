namespace Conference.Server.Options;

/// <summary>Addresses of whole servers: <c>https://host</c> or <c>https://host:port</c>.</summary>
internal static class WebOrigin
{
    /// <summary>The origin as browsers write it, or nothing when this is none.</summary>
    public static string? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsOrigin(uri, text) ? $"{uri.Scheme}://{Host(uri)}{Port(uri)}" : null;

    public static bool IsSecure(string text) => Read(text)?.StartsWith("https:", StringComparison.Ordinal) == true;

    private static bool IsOrigin(Uri uri, string text) =>
        uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0
        && Uri.CheckHostName(Host(uri)) != UriHostNameType.Unknown
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;

    private static string Port(Uri uri) => uri.IsDefaultPort ? "" : $":{uri.Port}";
}
