using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Fuzz;

/// <summary>The server that is fuzzed, whose limits are out of the way and whose clock stands still, and a room on it that must not notice.</summary>
public sealed class FuzzServer : IAsyncLifetime
{
    private static readonly string[] Counted =
    [
        "ChatRate", "ChatBurst", "SignalRate", "SignalBurst", "OtherRate", "OtherBurst", "RoomCallRate", "RoomCallBurst", "OutboxMessages",
        "JoinRate", "JoinBurst", "VisitorJoinRate", "VisitorJoinBurst", "ConnectRate", "ConnectBurst", "Connections", "AddressConnections", "VisitorConnections",
        "WrongCodeRate", "WrongCodeBurst", "VisitorWrongCodeRate", "VisitorWrongCodeBurst", "RoomRate", "RoomBurst", "RequestRate", "RequestBurst",
    ];

    private static readonly string[] Measured = ["ByteRate", "ByteBurst", "OutboxBytes"];

    public FuzzServer() => Server = ConferenceServer.Start(options =>
    {
        options.Clock = TestClock.Create();
        options.Settings["Logging:Level"] = "Critical";
        options.ConfigureServices = services => services.AddSingleton<ILoggerProvider>(Faults);
        Unlimit(options);
    });

    public ConferenceServer Server { get; }

    internal FaultRecorder Faults { get; } = new();

    internal FuzzRoom Bystanders { get; private set; } = null!;

    /// <summary>Lifts what would answer for the code behind it.</summary>
    public static IEnumerable<(string Key, string Value)> NoLimits =>
    [
        .. Counted.Select(key => ($"Limits:{key}", "1000000")), .. Measured.Select(key => ($"Limits:{key}", "1000000000")), ("Limits:FrameShare", "100"),
    ];

    /// <summary>Takes a server's limits away.</summary>
    public static void Unlimit(ConferenceServerOptions options)
    {
        foreach (var (key, value) in NoLimits)
        {
            options.Settings[key] = value;
        }
    }

    public async Task InitializeAsync() => Bystanders = await FuzzRoom.OpenClosedAsync(Server);

    public async Task DisposeAsync()
    {
        await Bystanders.DisposeAsync();
        await Server.DisposeAsync();
    }
}
