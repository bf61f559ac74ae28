using System.Net;
using System.Net.Sockets;
using Conference.Core.Turn;
using Conference.Server.Tests.Turn;
using Conference.TestKit;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Doctor;

/// <summary>The command as it is typed: one line for each thing, and an exit code.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AServerWithoutTurnIsWellAndItIsSaid()
    {
        var (lines, code) = await RunAsync([]);

        Assert.Equal(["ok    settings_ok", "ok    database_ok", "ok    stun_port_free", "warn  turn_none"], lines.Select(Start));
        Assert.Equal(0, code);
    }

    /// <summary>Over UDP, TCP, and TLS with a certificate that this machine trusts.</summary>
    [Fact]
    public async Task ATurnServerIsTriedOnEveryWay()
    {
        await using var coturn = await TurnServer.StartAsync();

        var (lines, code) = await RunAsync(
            [
                $"--Turn:Servers:0:Urls:0=turn:127.0.0.1:{coturn.Port}",
                $"--Turn:Servers:0:Urls:1=turn:127.0.0.1:{coturn.Port}?transport=tcp",
                $"--Turn:Servers:0:Urls:2=turns:localhost:{coturn.TlsPort}",
                $"--Turn:Servers:0:Secret={TurnServer.Secret}",
            ],
            coturn.Certificate);

        Assert.Equal(3, lines.Count(line => line.Contains("  turn_", StringComparison.Ordinal) && line.StartsWith("warn", StringComparison.Ordinal)));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task AWrongSecretFailsAndIsNotRepeated()
    {
        await using var coturn = await TurnServer.StartAsync();

        var (lines, code) = await RunAsync([$"--Turn:Servers:0:Urls:0=turn:127.0.0.1:{coturn.Port}", "--Turn:Servers:0:Secret=something else than that"]);

        Assert.Equal("FAIL  turn_wrong_secret", Start(lines[^1]));
        Assert.DoesNotContain(lines, line => line.Contains("something else", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task WrongSettingsAreNamed()
    {
        var (lines, code) = await RunAsync(["--Turn:Servers:0:Urls:0=turn:turn.example"]);

        Assert.Equal("FAIL  settings_wrong  Turn:Servers:0 has a Secret of less than 16 bytes. It is the static-auth-secret of the TURN server.", Assert.Single(lines));
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("Rooms:Grace", "-00:00:01")]
    [InlineData("SignIn:Authority", "login.example")]
    [InlineData("Limits:ChatBurst", "0")]
    [InlineData("Logging:Level", "loud")]
    public async Task EverySettingOfTheServerIsLookedAt(string key, string value)
    {
        var (lines, code) = await RunAsync([$"--{key}={value}"]);

        Assert.Equal("FAIL  settings_wrong", Start(Assert.Single(lines)));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task ATurnServerInThePlaceOfStunIsNamed()
    {
        await using var coturn = await TurnServer.StartAsync();

        var (lines, _) = await RunAsync([$"--Stun:Port={coturn.Port}"]);

        Assert.Contains(lines, line => line.StartsWith($"FAIL  stun_port_taken  A TURN server has UDP port {coturn.Port}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAnswerWithAnotherAddressIsNamed()
    {
        using var wrong = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var stop = new CancellationTokenSource();
        var answering = AnswerWronglyAsync(wrong, stop.Token);

        var (lines, code) = await RunAsync([$"--Stun:Port={((IPEndPoint)wrong.Client.LocalEndPoint!).Port}"]);

        Assert.Contains(lines, line => Start(line) == "FAIL  stun_wrong_address");
        Assert.Equal(1, code);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    [Fact]
    public async Task APortThatAnotherProgramHasIsNamed()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Any, 0));

        var (lines, code) = await RunAsync([$"--Stun:Port={((IPEndPoint)taken.LocalEndPoint!).Port}"]);

        Assert.Contains(lines, line => Start(line) == "FAIL  stun_port_taken");
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task ADatabaseThatIsNoneIsNamed()
    {
        await File.WriteAllTextAsync(_folder.Combine("conference.db"), new string('x', 5000));

        var (lines, code) = await RunAsync([]);

        Assert.Contains(lines, line => Start(line) == "FAIL  database_failed");
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenIsNamed()
    {
        var (lines, code) = await RunAsync(["--Data:Folder=/dev/null/data"]);

        Assert.Contains(lines, line => line.StartsWith("FAIL  database_failed  The data folder /dev/null/data cannot be written", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task ADatabaseOfANewerServerIsNamed()
    {
        await using (var server = await ConferenceProcess.StartAsync(_folder.Path))
        {
            await server.StopAsync();
        }

        await using (var connection = new SqliteConnection($"Data Source={_folder.Combine("conference.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '10.0.0')";
            await command.ExecuteNonQueryAsync();
        }

        var (lines, code) = await RunAsync([]);

        Assert.Contains(lines, line => Start(line) == "FAIL  database_failed" && line.Contains("newer server (99990101000000_Later)", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task BesideAServerThatRunsNothingIsDisturbed()
    {
        await using var server = await ConferenceProcess.StartAsync(_folder.Path, "--Stun:Enabled=true", "--Stun:Port=0");
        var line = Assert.Single(server.Output, line => line.Contains("STUN answers on UDP port ", StringComparison.Ordinal));

        var (lines, code) = await RunAsync([$"--Stun:Port={line.Split(' ')[^1]}"]);

        Assert.Equal(["ok    settings_ok", "ok    database_ok", "ok    stun_ok", "warn  turn_none"], lines.Select(Start));
        Assert.Equal(0, code);
        using var visitor = await server.VisitAsync();
        await visitor.CreateRoomAsync();
    }

    private static string Start(string line) => string.Join("  ", line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[..2].Select((part, i) => i == 0 ? $"{part.Trim(),-4}" : part.Trim()));

    private async Task<(IReadOnlyList<string> Lines, int Code)> RunAsync(string[] arguments, string? trusted = null)
    {
        await using var doctor = await ConferenceProcess.RunCommandAsync(
            "doctor",
            new Dictionary<string, string> { ["SSL_CERT_FILE"] = trusted ?? "" },
            [$"--Data:Folder={_folder.Path}", "--Stun:Enabled=true", "--Stun:Port=0", .. arguments]);
        return (doctor.Output, doctor.ExitCode);
    }

    /// <summary>As a server behind a translator that it knows nothing of: whoever asks is at 192.0.2.1.</summary>
    private static async Task AnswerWronglyAsync(UdpClient socket, CancellationToken cancellationToken)
    {
        while (true)
        {
            var asked = await socket.ReceiveAsync(cancellationToken);
            var answer = new byte[BindingResponder.LongestAnswer];
            var length = BindingResponder.Answer(asked.Buffer, IPAddress.Parse("192.0.2.1"), asked.RemoteEndPoint.Port, answer);
            await socket.SendAsync(answer.AsMemory(0, length), asked.RemoteEndPoint, cancellationToken);
        }
    }
}
