using System.Net;
using System.Net.Sockets;
using Conference.Core.Turn;
using Conference.Server.Tests.Docs;
using Conference.Server.Turn;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Turn;

/// <summary>Real addresses from a real coturn; and when there is none, its cause.</summary>
public sealed class TurnCheckTests : IAsyncLifetime
{
    private static readonly TurnProbe Probe = new(Dns.GetHostAddressesAsync);
    private TurnServer _coturn = null!;

    public async Task InitializeAsync() => _coturn = await TurnServer.StartAsync();

    public async Task DisposeAsync() => await _coturn.DisposeAsync();

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    public async Task AServerThatWorksGivesAnAddress(string transport)
    {
        var answer = await Probe.AskAsync(Url(transport), Credential(TimeSpan.FromMinutes(10)), CancellationToken.None);

        Assert.Equal((TurnFinding.Ok, IPAddress.Loopback, IPAddress.Loopback), (answer.Finding, answer.Server, answer.Relay));
        Assert.StartsWith("Coturn-", answer.Software, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACredentialThatHasEndedIsRefused() => Assert.Equal(
        TurnFinding.WrongSecret, (await Probe.AskAsync(Url("udp"), Credential(TimeSpan.FromSeconds(-1)), CancellationToken.None)).Finding);

    /// <summary>What the packages of Debian 12 have.</summary>
    [Fact]
    public async Task AnOldServerIsUsableButNamed()
    {
        var result = await CheckAsync($"turn:127.0.0.1:{_coturn.Port}", TurnServer.Secret);

        Assert.Equal(TurnCheck.IsUnsafe(result.Answer.Software) ? TurnFinding.VersionUnsafe : TurnFinding.RelayLocal, result.Finding);
        Assert.True(result.IsUsable);
    }

    [Theory]
    [InlineData("turn:127.0.0.1:{0}")]
    [InlineData("turn:127.0.0.1:{0}?transport=tcp")]
    public async Task AnotherSecretIsNamed(string url) =>
        Assert.Equal(TurnFinding.WrongSecret, (await CheckAsync(Format(url), "not the secret of this test")).Finding);

    [Theory]
    [InlineData(-60, TurnFinding.ClockAhead)]
    [InlineData(60, TurnFinding.ClockBehind)]
    public async Task AClockThatIsOffIsNamed(int minutes, object finding)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(minutes));

        Assert.Equal(finding, (await CheckAsync(Format("turn:127.0.0.1:{0}"), TurnServer.Secret, clock)).Finding);
    }

    [Fact]
    public async Task WhatDropsEverythingIsNamed()
    {
        using var drop = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        drop.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Equal(TurnFinding.NoAnswer, (await CheckAsync($"turn:127.0.0.1:{((IPEndPoint)drop.LocalEndPoint!).Port}", TurnServer.Secret)).Finding);
    }

    [Theory]
    [InlineData("turn:127.0.0.1:1?transport=tcp", TurnFinding.Refused)]
    [InlineData("turn:127.0.0.1:1", TurnFinding.Refused)]
    [InlineData("turn:turn.invalid", TurnFinding.NameUnknown)]
    [InlineData("turns:localhost:{1}", TurnFinding.TlsFailed)]
    [InlineData("turns:localhost:1", TurnFinding.Refused)]
    public async Task WhateverElseKeepsItFromAnsweringIsNamed(string url, object finding) =>
        Assert.Equal(finding, (await CheckAsync(Format(url), TurnServer.Secret)).Finding);

    /// <summary>Name servers that drop everything are waited for in the system, which knows no way to stop it.</summary>
    [Fact]
    public async Task ANameServerThatNeverAnswersHoldsNobodyUp()
    {
        using var stop = new CancellationTokenSource();
        var asking = new TurnProbe(_ => new TaskCompletionSource<IPAddress[]>().Task).AskAsync(Url("udp"), Credential(TimeSpan.FromMinutes(10)), stop.Token);
        Assert.False(asking.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    /// <summary>Also by a server whose clock is behind as well: that keeps no call from being relayed.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task ARelayThatNobodyOutsideReachesIsNamed(int minutes)
    {
        var here = TurnServer.AddressHere();
        await using var inside = await TurnServer.StartAsync(here, IPAddress.Loopback);

        var result = await CheckAsync($"turn:{here}:{inside.Port}", TurnServer.Secret, new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(minutes)));

        Assert.Equal((TurnFinding.RelayPrivate, IPAddress.Loopback), (result.Finding, result.Answer.Relay));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", TurnFinding.Ok)]
    [InlineData("203.0.113.7", "10.0.0.5", TurnFinding.RelayPrivate)]
    [InlineData("203.0.113.7", "100.64.0.1", TurnFinding.RelayPrivate)]
    [InlineData("203.0.113.7", "0.0.0.0", TurnFinding.RelayPrivate)]
    [InlineData("2a00::1", "fd00::1", TurnFinding.RelayPrivate)]
    [InlineData("2a00::1", "fe80::1", TurnFinding.RelayPrivate)]
    [InlineData("::ffff:203.0.113.7", "::ffff:172.31.0.1", TurnFinding.RelayPrivate)]
    [InlineData("10.0.0.1", "172.16.0.1", TurnFinding.RelayLocal)]
    [InlineData("10.0.0.1", "172.32.0.1", TurnFinding.Ok)]
    [InlineData("192.168.1.1", "127.0.0.1", TurnFinding.RelayPrivate)]
    [InlineData("127.0.0.1", "127.0.0.1", TurnFinding.RelayLocal)]
    public void AnAddressIsJudgedBesideTheServersOwn(string server, string relay, object finding) =>
        Assert.Equal(finding, TurnCheck.Judge(IPAddress.Parse(server), IPAddress.Parse(relay)));

    [Theory]
    [InlineData("Coturn-4.6.1 'Gorst'", true)]
    [InlineData("Coturn-4.8.0", true)]
    [InlineData("Coturn-4.9.0 'x'", false)]
    [InlineData("Coturn-4.13.1", false)]
    [InlineData("Coturn-next", false)]
    [InlineData("Other-1.0", false)]
    [InlineData(null, false)]
    public void VersionsWithAKnownHoleAreKnown(string? software, bool isUnsafe) => Assert.Equal(isUnsafe, TurnCheck.IsUnsafe(software));

    [Fact]
    public void EveryFindingHasACodeOfItsOwnAndASentence()
    {
        var results = Enum.GetValues<TurnFinding>().Select(finding => new TurnResult("turn:turn.example", finding, new TurnAnswer(finding))).ToList();
        Assert.Distinct(results.Select(result => TurnWords.Code(result.Finding)));
        Assert.All(results, result => Assert.NotEmpty(TurnWords.Sentence(result)));
    }

    [Fact]
    public void EveryCodeIsInTheManual()
    {
        var manual = new TrackedDocument("README.md").Section("### TURN");
        Assert.All(Enum.GetValues<TurnFinding>(), finding => Assert.Contains($"`{TurnWords.Code(finding)}`", manual, StringComparison.Ordinal));
    }

    /// <summary>The first answer of a TURN server, then an address for whoever asks, whatever the password.</summary>
    [Fact]
    public async Task WhoGivesAnAddressWithoutKnowingThePasswordIsNoTurnServer()
    {
        using var yes = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        yes.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var stop = new CancellationTokenSource();
        var answering = SayYesAsync(yes, stop.Token);

        Assert.Equal(TurnFinding.NoTurn, (await CheckAsync($"turn:127.0.0.1:{((IPEndPoint)yes.LocalEndPoint!).Port}", TurnServer.Secret)).Finding);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    private static async Task SayYesAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        while (true)
        {
            var asked = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), cancellationToken);
            await socket.SendToAsync(Yes(buffer.AsSpan(0, asked.ReceivedBytes)), SocketFlags.None, asked.RemoteEndPoint, cancellationToken);
        }
    }

    private static byte[] Yes(ReadOnlySpan<byte> asked)
    {
        Assert.True(StunMessage.TryRead(asked, out var request));
        var isProved = request.TryFind(StunAttributeType.MessageIntegrity, out _);
        var buffer = new byte[1024];
        var writer = new StunWriter(buffer, isProved ? StunClass.Success : StunClass.Error, request.Method, request.TransactionId);
        if (isProved)
        {
            writer.AddAddress(StunAttributeType.XorRelayedAddress, IPAddress.Loopback, 50_000);
        }
        else
        {
            writer.AddError(401, "Unauthorized"u8);
            writer.Add(StunAttributeType.Realm, "turn.example");
            writer.Add(StunAttributeType.Nonce, "once");
        }

        return buffer[..writer.Length];
    }

    private static TurnCredential Credential(TimeSpan lifetime) => TurnCredential.Create(TurnServer.Secret, "test", DateTimeOffset.UtcNow + lifetime);

    private static async Task<TurnResult> CheckAsync(string url, string secret, TimeProvider? time = null)
    {
        var options = new TurnOptions { Servers = { new TurnServerOptions { Urls = { url }, Secret = secret } } };
        var check = new TurnCheck(Microsoft.Extensions.Options.Options.Create(options), Probe, time ?? TimeProvider.System);
        return Assert.Single(await check.RunAsync(CancellationToken.None));
    }

    private string Format(string url) => string.Format(System.Globalization.CultureInfo.InvariantCulture, url, _coturn.Port, _coturn.TlsPort);

    private TurnUrl Url(string transport) => TurnUrl.Read(Format($"turn:127.0.0.1:{{0}}?transport={transport}"))!;
}
