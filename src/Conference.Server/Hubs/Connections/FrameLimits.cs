using Conference.Server.Hubs.Filters;

namespace Conference.Server.Hubs.Connections;

/// <summary>How much one connection may still send, whatever it is.</summary>
internal sealed class FrameLimits(LimitsOptions options, TimeProvider time)
{
    private TokenBucket _frames = new(
        options.FrameShare * (options.ChatRate + options.SignalRate + options.OtherRate),
        options.FrameShare * (options.ChatBurst + options.SignalBurst + options.OtherBurst),
        time);

    private TokenBucket _bytes = new(options.ByteRate, options.ByteBurst, time);

    public bool TryTake(long frames, long bytes) => _frames.TryTake(frames) && _bytes.TryTake(bytes);
}
