using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conference.Server.Turn;
using Conference.TestKit;

namespace Conference.Server.Tests.Turn;

/// <summary>A real coturn on this machine, set up as <c>src/deploy/turnserver.conf</c> says but for addresses, ports, secret and certificate.</summary>
internal sealed class TurnServer : IAsyncDisposable
{
    public const string Secret = "the secret of this test";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    private TurnServer(IPAddress address, IPAddress relay, IEnumerable<string> peers)
    {
        (Port, TlsPort) = (FreePort(address), FreePort(address));
        WriteCertificate();
        File.WriteAllText(_folder.Combine("turnserver.conf"), string.Join('\n', [.. Recipe(), .. Overrides(address, relay), .. peers]));
    }

    public int Port { get; }

    public int TlsPort { get; }

    /// <summary>What signs its certificate: itself.</summary>
    public string Certificate => _folder.Combine("turn.crt");

    public static Task<TurnServer> StartAsync() => StartAsync(IPAddress.Loopback, IPAddress.Loopback);

    /// <summary>Starts one at an address, that relays at another one, to who is on this machine.</summary>
    public static Task<TurnServer> StartAsync(IPAddress address, IPAddress relay) =>
        StartAsync(address, relay, "allow-loopback-peers", "allowed-peer-ip=127.0.0.1");

    /// <summary>Starts one that relays to whom the recipe lets it.</summary>
    public static Task<TurnServer> StartByRecipeAsync(IPAddress relay) => StartAsync(IPAddress.Loopback, relay, []);

    private static async Task<TurnServer> StartAsync(IPAddress address, IPAddress relay, params IEnumerable<string> peers)
    {
        var server = new TurnServer(address, relay, peers);
        try
        {
            await server.RunAsync(address);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>This machine's address in its network.</summary>
    public static IPAddress AddressHere() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one.OperationalStatus == OperationalStatus.Up)
        .SelectMany(one => one.GetIPProperties().UnicastAddresses)
        .Select(one => one.Address)
        .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one))
        ?? throw new InvalidOperationException("This test needs a network: the machine has no IPv4 address but its own loopback.");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Dispose();
    }

    /// <summary>Starts it and waits until it listens.</summary>
    private async Task RunAsync(IPAddress address)
    {
        _process = Coturn.Start("turnserver", "-c", _folder.Combine("turnserver.conf"));
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (!await AcceptsAsync(address, TlsPort, limit.Token) || !await AcceptsAsync(address, Port, limit.Token) || !await AnswersAsync(address, Port, limit.Token))
        {
            Assert.False(_process.HasExited, "coturn ended before it listened.");
        }
    }

    private static async Task<bool> AcceptsAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            await Task.Delay(50, cancellationToken);
            return false;
        }
    }

    /// <summary>It listens to datagrams a moment later than to streams.</summary>
    private static async Task<bool> AnswersAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        await using var channel = new UdpTurnChannel(new IPEndPoint(address, port));
        try
        {
            return await channel.AskAsync(StunAsker.Request(1), cancellationToken) is not null;
        }
        catch (SocketException)
        {
            await Task.Delay(50, cancellationToken);
            return false;
        }
    }

    private static int FreePort(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static IEnumerable<string> Recipe([CallerFilePath] string here = "") =>
        File.ReadLines(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "deploy", "turnserver.conf")))
            .Where(line => !line.StartsWith("cert=", StringComparison.Ordinal) && !line.StartsWith("pkey=", StringComparison.Ordinal) && !line.Contains("listening-port=", StringComparison.Ordinal));

    private IEnumerable<string> Overrides(IPAddress address, IPAddress relay) =>
    [
        $"listening-ip={address}", $"relay-ip={relay}", $"listening-port={Port}", $"tls-listening-port={TlsPort}", $"static-auth-secret={Secret}",
        $"cert={Certificate}", $"pkey={_folder.Combine("turn.key")}", $"pidfile={_folder.Combine("pid")}", $"userdb={_folder.Combine("db")}",
        "log-file=stdout", "no-stdout-log",
    ];

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(_folder.Combine("turn.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
