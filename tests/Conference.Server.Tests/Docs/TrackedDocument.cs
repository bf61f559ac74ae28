using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Conference.Server.Tests.Docs;

/// <summary>A document of the repository, by its path from the top.</summary>
internal sealed partial class TrackedDocument(string path)
{
    private readonly string _file = Path.Combine(Top(), path);

    public string Text => field ??= File.ReadAllText(_file);

    public string[] Lines => field ??= Text.Split('\n');

    /// <summary>What it links to within the repository, without the place in it.</summary>
    public IEnumerable<string> Links => LinkTarget().Matches(Text).Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
        .Select(target => target.Split('#')[0]);

    /// <summary>The lines from this heading to the next one of the same kind.</summary>
    public string Section(string heading)
    {
        var kind = $"{heading.Split(' ')[0]} ";
        var lines = Lines.SkipWhile(line => line != heading).ToList();
        Assert.True(lines.Count > 0, $"{path} has no heading '{heading}'.");
        return string.Join('\n', lines.Skip(1).TakeWhile(line => !line.StartsWith(kind, StringComparison.Ordinal)));
    }

    /// <summary>Where a link of this document leads.</summary>
    public string Resolve(string link) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_file)!, link));

    private static string Top([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkTarget();
}
