namespace Conference.Server.Hubs.Filters;

/// <summary>What one connection may still call. For many callers at a time: calls of one connection may come side by side.</summary>
internal sealed class CallLimits(LimitsOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private TokenBucket _chat = new(options.ChatRate, options.ChatBurst, time);
    private TokenBucket _signals = new(options.SignalRate, options.SignalBurst, time);
    private TokenBucket _others = new(options.OtherRate, options.OtherBurst, time);

    public bool TryCall(string method)
    {
        lock (_gate)
        {
            return method switch
            {
                nameof(IConferenceServer.SendMessage) => _chat.TryTake(),
                nameof(IConferenceServer.SendSignal) => _signals.TryTake(),
                _ => _others.TryTake(),
            };
        }
    }
}
