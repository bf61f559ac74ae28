using Conference.TestKit;

namespace Conference.Server.Tests.Turn;

/// <summary>The server looks at its TURN servers once it is open, and says what it found in one line.</summary>
public sealed class TurnStartCheckTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatWasFoundIsNamedInOneLine()
    {
        await using var coturn = await TurnServer.StartAsync();
        var url = $"turn:127.0.0.1:{coturn.Port}";
        await using var server = await ConferenceProcess.StartAsync(
            _folder.Path, $"--Turn:Servers:0:Urls:0={url}", "--Turn:Servers:0:Urls:1=turn:127.0.0.1:1?transport=tcp", "--Turn:Servers:0:Secret=not the secret of this test");

        using var limit = new CancellationTokenSource(Patience);
        while (!server.Output.Any(IsOfTurn))
        {
            await Task.Delay(20, limit.Token);
        }

        await server.StopAsync();
        var line = Assert.Single(server.Output, IsOfTurn);
        Assert.Contains($"{url} turn_wrong_secret, turn:127.0.0.1:1?transport=tcp turn_refused", line, StringComparison.Ordinal);
        Assert.DoesNotContain("not the secret", line, StringComparison.Ordinal);
    }

    /// <summary>Nobody waits for a TURN server that never answers, neither at the start nor at the end.</summary>
    [Fact]
    public async Task AServerThatDropsEverythingHoldsNothingUp()
    {
        using var drop = new System.Net.Sockets.UdpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)drop.Client.LocalEndPoint!).Port;
        await using var server = await ConferenceProcess.StartAsync(
            _folder.Path, $"--Turn:Servers:0:Urls:0=turn:127.0.0.1:{port}", "--Turn:Servers:0:Secret=the secret of this test");
        using var visitor = await server.VisitAsync();

        await server.StopAsync();

        Assert.DoesNotContain(server.Output, IsOfTurn);
        Assert.Equal(0, server.ExitCode);
    }

    private static bool IsOfTurn(string line) => line.Contains("TURN ", StringComparison.Ordinal);
}
