using System.Text.RegularExpressions;

namespace Conference.Server.Tests.Docs;

/// <summary>A table of threats is worth what its tests are: each one that it names is there, and no threat is left out.</summary>
public sealed partial class SecurityDocumentTests
{
    private const int Threats = 36;
    private static readonly TrackedDocument Document = new("src/SECURITY.md");

    public static TheoryData<string, string> NamedTests
    {
        get
        {
            var named = new TheoryData<string, string>();
            foreach (var (file, name) in Named().Distinct())
            {
                named.Add(file, name);
            }

            return named;
        }
    }

    [Fact]
    public void EveryThreatHasItsRow() => Assert.Equal(
        Enumerable.Range(1, Threats).Select(number => $"T{number:00}"),
        Document.Lines.Where(line => line.StartsWith("| T", StringComparison.Ordinal)).Select(line => line[2..5]));

    [Fact]
    public void EveryRowHasATestOrSaysThatThereIsNone() => Assert.All(
        Document.Lines.Where(line => line.StartsWith("| T", StringComparison.Ordinal)),
        line => Assert.True(Naming().IsMatch(line) || line.Contains("Not yet:", StringComparison.Ordinal) || line.Contains("Nothing to test", StringComparison.Ordinal), line));

    [Theory]
    [MemberData(nameof(NamedTests))]
    public void ANamedTestIsInItsFile(string file, string name)
    {
        var text = File.ReadAllText(Document.Resolve(file));
        var declaration = file.EndsWith(".cs", StringComparison.Ordinal) ? $" {name}(" : $"'{name}'";
        Assert.Contains(declaration, text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string File, string Name)> Named() => Naming().Matches(Document.Text)
        .SelectMany(match => match.Groups["name"].Captures.Select(name => (match.Groups["file"].Value, name.Value)));

    /// <summary><c>[LobbyTests](path): `OneTest`, `AnotherTest`</c>.</summary>
    [GeneratedRegex(@"\]\((?<file>[^)\s]+)\): (?:`(?<name>[^`]+)`(?:, )?)+")]
    private static partial Regex Naming();
}
