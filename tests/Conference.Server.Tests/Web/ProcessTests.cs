using Conference.TestKit;

namespace Conference.Server.Tests.Web;

public sealed class ProcessTests
{
    [Fact]
    public async Task ServesThePageAndStopsWhenAsked()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ConferenceProcess.StartAsync(folder.Path);
        using var visitor = await server.VisitAsync();

        await server.StopAsync();

        Assert.Equal(0, server.ExitCode);
        Assert.Empty(server.Errors);
    }
}
