using Conference.Server.Rooms;
using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Access;

/// <summary>The server that all scenes are played on, one after the other, and the browsers of the cast. Each scene has rooms of its own.</summary>
public sealed class GateStage : IAsyncLifetime
{
    private readonly List<ConferenceVisitor> _cast = [];

    public GateStage() => Server = ConferenceServer.Start(options =>
    {
        options.Clock = Clock;
        options.LiftLimits();

        // Each try comes a minute after the one before: here nobody is refused for being fast.
        options.ConfigureServices = services => services.AddSingleton(new PasswordTries(new HurriedClock()));
    });

    public FakeTimeProvider Clock { get; } = TestClock.Create();

    public ConferenceServer Server { get; }

    internal GateLedger Ledger { get; private set; } = null!;

    /// <summary>Opens the room.</summary>
    internal ConferenceVisitor Host => _cast[0];

    /// <summary>Sits in it, and has no rights.</summary>
    internal ConferenceVisitor Member => _cast[1];

    /// <summary>Wait in the lobby.</summary>
    internal IReadOnlyList<ConferenceVisitor> Guests => _cast[2..4];

    /// <summary>The one who is tried.</summary>
    internal ConferenceVisitor Actor => _cast[4];

    /// <summary>Opens the other room.</summary>
    internal ConferenceVisitor Neighbour => _cast[5];

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 6; i++)
        {
            _cast.Add(await Server.VisitAsync());
        }

        Ledger = new GateLedger(Server.DataFolder);
    }

    public async Task DisposeAsync()
    {
        Ledger.Dispose();
        _cast.ForEach(visitor => visitor.Dispose());
        await Server.DisposeAsync();
    }

    private sealed class HurriedClock : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => Interlocked.Add(ref _now, 60 * TimestampFrequency);
    }
}
