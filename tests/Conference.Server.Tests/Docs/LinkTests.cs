namespace Conference.Server.Tests.Docs;

/// <summary>What the documents lead to is there.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/SECURITY.md")]
    [InlineData("src/Conference.Server/Hubs/PROTOCOL.md")]
    public void EveryLinkLeadsToAFile(string path)
    {
        var document = new TrackedDocument(path);
        Assert.All(document.Links.Distinct(), link => Assert.True(Path.Exists(document.Resolve(link)), link));
    }
}
