using System.Net;
using System.Net.Sockets;
using Conference.TestKit;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Options;

/// <summary>Whatever keeps the server from starting is one line on standard error, and exit code 1.</summary>
public sealed class StartTests : IDisposable
{
    private const string SmallRsa =
        "-----BEGIN PUBLIC KEY-----MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC37HirNnue5JP+2Qbd9cWLcqzRhxyJAAIfQHuxxOQLf16r0hOfCoCqfumZ3h/1ETYVREoWLb5jTkUtoQsV7fZE0eGdoDL+091bgyiUEKqe/BFWZz5uYBNfUT0q26kEqBkM5B9rDI39vZiSMAwfAasoBMyhlDISagD5HYXNNVJ6UQIDAQAB-----END PUBLIC KEY-----";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Data:Folder", " ", "Data:Folder is empty")]
    [InlineData("Data:Folder", "/dev/null/data", "The data folder /dev/null/data cannot be written")]
    [InlineData("Server:PublicUrl", "conference.example", "Server:PublicUrl")]
    [InlineData("Server:PublicUrl", "https://conference.example/path", "Server:PublicUrl")]
    [InlineData("Server:PublicUrl", "ftp://conference.example", "Server:PublicUrl")]
    [InlineData("Security:AllowedOrigins:0", "meet.example", "Security:AllowedOrigins")]
    [InlineData("Security:AllowedOrigins:0", "https://user@meet.example", "Security:AllowedOrigins")]
    [InlineData("Security:EmbeddingOrigins:0", "http://portal.example", "Security:EmbeddingOrigins")]
    [InlineData("Security:EmbeddingOrigins:0", "https://*.example", "Security:EmbeddingOrigins")]
    [InlineData("Security:EmbeddingOrigins:0", "https://portal.example;script-src", "Security:EmbeddingOrigins")]
    [InlineData("Security:EmbeddingOrigins:0", "https://portal.example/path", "Security:EmbeddingOrigins")]
    [InlineData("Proxies:Known:0", "proxy", "Proxies:Known")]
    [InlineData("Proxies:Known:0", "10.0.0.0/99", "Proxies:Known")]
    [InlineData("Logging:Format", "xml", "Logging:Format")]
    [InlineData("Logging:Level", "loud", "Logging:Level")]
    [InlineData("Rooms:Grace", "soon", "Rooms:Grace")]
    [InlineData("Rooms:Grace", "-00:00:01", "Grace")]
    [InlineData("Rooms:MediaLimit", "0", "MediaLimit")]
    [InlineData("Limits:ChatRate", "fast", "Limits:ChatRate")]
    [InlineData("Limits:RoomRate", "0", "RoomRate")]
    [InlineData("Limits:ChatBurst", "0", "ChatBurst")]
    [InlineData("Limits:ByteBurst", "65535", "ByteBurst")]
    [InlineData("Limits:Sockets", "9999", "Limits:Sockets is less than Limits:Connections")]
    [InlineData("Limits:AddressSockets", "1999", "Limits:AddressSockets less than Limits:AddressConnections")]
    [InlineData("Limits:AddressSockets", "1000001", "AddressSockets")]
    [InlineData("Limits:Silence", "soon", "Limits:Silence")]
    [InlineData("Limits:Silence", "00:00:00.9", "Limits:Silence is not between")]
    [InlineData("Limits:Silence", "01:00:01", "Limits:Silence is not between")]
    [InlineData("Ice:Servers:0:Urls:0", "http://stun.example", "Ice:Servers")]
    [InlineData("Turn:Lifetime", "00:10:01", "Turn:Lifetime")]
    [InlineData("Turn:Lifetime", "00:00:09", "Turn:Lifetime")]
    [InlineData("Turn:Servers:0:Secret", "0123456789abcdef", "Turn:Servers:0 has no Urls.")]
    [InlineData("Turn:Servers:0:Urls:0", "turn:turn.example", "Turn:Servers:0 has a Secret of less than 16 bytes.")]
    [InlineData("Turn:Servers:0:Urls:0", "stun:turn.example", "Turn:Servers:0 has a URL that is not of the form")]
    [InlineData("Turn:Servers:0:Urls:0", "turns:turn.example?transport=udp", "Turn:Servers:0 has a URL that is not of the form")]
    [InlineData("Stun:Host", "https://stun.example", "Stun:Host")]
    [InlineData("Stun:Port", "65536", "Port")]
    [InlineData("Stun:AddressRate", "0", "AddressRate")]
    [InlineData("SignIn:Authority", "login.example", "SignIn:Authority")]
    [InlineData("SignIn:Authority", "http://login.example", "SignIn:Authority")]
    [InlineData("SignIn:Authority", "https://login.example", "SignIn:ClientId")]
    [InlineData("SignIn:RequiredToOpenRooms", "true", "SignIn:RequiredToOpenRooms")]
    [InlineData("SignIn:Lifetime", "00:00:01", "SignIn:Lifetime")]
    [InlineData("JoinTokens:Keys:0:Secret", "short", "JoinTokens has keys, but no Issuer or no Audience. JoinTokens:Keys:0 has no Id.")]
    [InlineData("urls", "nonsense", "nonsense")]
    public async Task AWrongValueIsNamed(string key, string value, string named) =>
        await AssertRefusedAsync(named, $"--{key}={value}");

    [Theory]
    [InlineData("Secret", "1234567890123456789012345678901", "JoinTokens:Keys:0 has a Secret of less than 32 bytes.")]
    [InlineData("PublicKey", SmallRsa, "JoinTokens:Keys:0 has an RSA key of less than 2048 bits.")]
    [InlineData("PublicKey", "-----BEGIN PUBLIC KEY-----MIIB-----END PUBLIC KEY-----", "JoinTokens:Keys:0 has a PublicKey that is no PEM")]
    [InlineData("PublicKey", "-----BEGIN PRIVATE KEY-----", "JoinTokens:Keys:0 has a private key")]
    [InlineData("Unknown", "x", "JoinTokens:Keys:0 has not exactly one of Secret and PublicKey.")]
    public async Task AKeyThatIsNoneIsNamed(string part, string value, string named) => await AssertRefusedAsync(
        named, "--JoinTokens:Issuer=https://school.example", "--JoinTokens:Audience=conference", "--JoinTokens:Keys:0:Id=a", $"--JoinTokens:Keys:0:{part}={value}");

    [Fact]
    public async Task ATakenPortIsNamed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await AssertRefusedAsync($"127.0.0.1:{port}", $"--urls=http://127.0.0.1:{port}");
    }

    [Fact]
    public async Task AFolderThatAnotherServerUsesIsNamed()
    {
        await using var first = await ConferenceProcess.StartAsync(_folder.Path);

        await AssertRefusedAsync($"Another server uses the data folder {_folder.Path}");
    }

    [Fact]
    public async Task ADatabaseThatIsNoneIsNamed()
    {
        await File.WriteAllTextAsync(_folder.Combine("conference.db"), new string('x', 5000));

        await AssertRefusedAsync(_folder.Combine("conference.db"));
    }

    [Fact]
    public async Task ANewerDatabaseIsNamed()
    {
        await using (var server = await ConferenceProcess.StartAsync(_folder.Path))
        {
            await server.StopAsync();
        }

        await using (var connection = new SqliteConnection($"Data Source={_folder.Combine("conference.db")};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0.0')";
            await command.ExecuteNonQueryAsync();
        }

        await AssertRefusedAsync("99990101000000_FromTheFuture");
    }

    [Fact]
    public async Task ItStopsWhenAskedAndHasNothingToComplainAbout()
    {
        await using var server = await ConferenceProcess.StartAsync(_folder.Path);
        using var visitor = await server.VisitAsync();

        await server.StopAsync();

        Assert.Equal(0, server.ExitCode);
        Assert.Empty(server.Errors);
        Assert.Contains(server.Output, line => line.Contains("Conference is open at http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains(server.Output, line => line.Contains("https and localhost only", StringComparison.Ordinal));
    }

    private async Task AssertRefusedAsync(string named, params string[] arguments)
    {
        await using var server = await ConferenceProcess.RunToEndAsync(
            ["--urls=http://127.0.0.1:0", $"--Data:Folder={_folder.Path}", .. arguments]);

        var line = Assert.Single(server.Errors);
        Assert.StartsWith("Conference cannot start. ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.Equal(1, server.ExitCode);
        Assert.DoesNotContain(server.Output, output => output.Contains("Exception", StringComparison.Ordinal));
    }
}
