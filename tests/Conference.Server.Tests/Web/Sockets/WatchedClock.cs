using Conference.Server.Web.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>A clock that only the test moves, and that says when somebody begins to wait for the first word on a socket.</summary>
internal sealed class WatchedClock() : FakeTimeProvider(new DateTimeOffset(2126, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _silent = new(0);

    /// <summary>How long a socket may be silent.</summary>
    public static TimeSpan Silence { get; } = new SocketLimitsOptions().Silence;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Silence)
        {
            _silent.Release();
        }

        return timer;
    }

    /// <summary>Waits until the server waits for the first word on one more socket.</summary>
    public async Task WaitForSilentAsync() => Assert.True(await _silent.WaitAsync(Patience));
}
