namespace Conference.Load.Servers;

/// <summary>Where things are: what was built, and the folder of this run.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _builds;
    private readonly string _load;
    private int _folders;

    public Workspace(string load, string builds)
    {
        _load = load;
        _builds = builds;
        Results = Directory.CreateDirectory(Path.Combine(load, "results")).FullName;
        Scratch = Directory.CreateDirectory(Path.Combine(Results, $"scratch-{Environment.ProcessId}")).FullName;
    }

    public string Results { get; }

    /// <summary>On the disk of the results, removed at the end.</summary>
    public string Scratch { get; }

    public string Build(string name) => Path.Combine(_builds, name);

    public string Source(string path) => Path.Combine(_load, path);

    public string LogFile(string name) => Path.Combine(Results, $"{name}.log");

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Scratch, $"{++_folders}")).FullName;

    public void Dispose() => Directory.Delete(Scratch, recursive: true);
}
