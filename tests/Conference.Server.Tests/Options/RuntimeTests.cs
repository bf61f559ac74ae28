using Conference.Data;

namespace Conference.Server.Tests.Options;

/// <summary>On which runtimes the server starts.</summary>
public sealed class RuntimeTests
{
    [Theory]
    [InlineData("10.0.0-preview.7.25380.108+a1b2c3", "10.0.0-preview.7.25380.108")]
    [InlineData("10.0.0-rc.1.25451.107", "10.0.0-rc.1.25451.107")]
    [InlineData("11.0.0-alpha.1", "11.0.0-alpha.1")]
    public async Task APreviewIsRefusedByName(string version, string named)
    {
        var refusal = Assert.Throws<StartException>(() => StartGuard.RequireRelease(version));
        Assert.Equal(
            $"ASP.NET Core {named} is a preview, whose holes nobody mends. Install the newest release of .NET {named[..2]}.", refusal.Message);

        Assert.Equal(1, await StartGuard.RunAsync(() => throw new InvalidOperationException("It started."), version));
    }

    [Theory]
    [InlineData("10.0.0")]
    [InlineData("10.0.12+95017c711e-dirty")]
    [InlineData("11.0.1+a1b2c3")]
    public async Task AReleaseIsNot(string version) => Assert.Equal(0, await StartGuard.RunAsync(() => Task.CompletedTask, version));

    [Fact]
    public async Task WhatIsInstalledIsLookedAt() => Assert.Equal(0, await StartGuard.RunAsync(() => Task.CompletedTask));
}
