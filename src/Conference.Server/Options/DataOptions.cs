namespace Conference.Server.Options;

/// <summary><c>Data</c>: where everything that lasts is.</summary>
public sealed class DataOptions
{
    /// <summary>Relative to the content root, or absolute. Holds the database and the keys of cookies: keep both together, and private.</summary>
    public string Folder { get; set; } = "data";
}
