namespace Conference.Load.Servers;

/// <summary>How a server is started.</summary>
/// <param name="Program">What runs.</param>
/// <param name="Arguments">Its arguments for a port.</param>
/// <param name="Folder">Its working directory.</param>
/// <param name="LogFile">Where its output goes.</param>
/// <param name="Environment">Its configuration.</param>
internal sealed record ServerCommand(
    string Program,
    Func<int, string[]> Arguments,
    string Folder,
    string LogFile,
    IReadOnlyDictionary<string, string> Environment);
