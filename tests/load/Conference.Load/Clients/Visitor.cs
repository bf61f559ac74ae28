namespace Conference.Load.Clients;

/// <summary>A browser as the server knows it: by its cookie.</summary>
internal sealed record Visitor(string Cookie)
{
    public IEnumerable<KeyValuePair<string, string>> Headers(Uri server) =>
    [
        new("Cookie", Cookie),
        new("Origin", server.GetLeftPart(UriPartial.Authority)),
    ];
}
