using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conference.Server.Tests.Fuzz;
using Conference.TestKit;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>Sockets of an endpoint that the configuration has, with TLS: they are counted and cut before anything is decrypted.</summary>
public sealed class SocketEndpointTests : IDisposable
{
    // Less than TLS itself waits.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);
    private readonly TemporaryFolder _folder = new();
    private readonly WatchedClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SilentSocketsAreCutInTime()
    {
        await using var server = Start();
        using var silent = await server.KeepSilentAsync(_clock);

        _clock.Advance(WatchedClock.Silence);

        Assert.Equal("", await silent.ReadToEndAsync().WaitAsync(AtOnce));
    }

    [Fact]
    public async Task AnAddressHasOnlySoMany()
    {
        await using var server = Start(limit: 2);
        using var first = await server.KeepSilentAsync(_clock);
        using var second = await server.KeepSilentAsync(_clock);

        using var third = await RawSocket.ConnectAsync(server.Address, SocketScene.Here);

        Assert.Equal("", await third.ReadToEndAsync().WaitAsync(AtOnce));
        Assert.True(first.IsOpen && second.IsOpen);
    }

    [Fact]
    public async Task WhoSpeaksIsHeard()
    {
        await using var server = Start();
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var client = new HttpClient(handler);

        using var response = await client.GetAsync(new Uri(server.Address, "health/live"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private ConferenceServer Start(int? limit = null) => ConferenceServer.Start(options =>
    {
        options.Clock = _clock;
        options.KnowNoProxies();
        options.LimitSockets(address: limit);
        options.Settings["Kestrel:Endpoints:Public:Url"] = "https://127.0.0.1:0";
        options.Settings["Kestrel:Endpoints:Public:Certificate:Path"] = MakeCertificate();
    });

    private string MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = _folder.Combine("certificate.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12));
        return path;
    }
}
