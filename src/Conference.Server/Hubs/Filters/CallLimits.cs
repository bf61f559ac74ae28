namespace Conference.Server.Hubs.Filters;

/// <summary>What one connection may still call.</summary>
internal sealed class CallLimits(LimitsOptions options, TimeProvider time)
{
    private TokenBucket _chat = new(options.ChatRate, options.ChatBurst, time);
    private TokenBucket _signals = new(options.SignalRate, options.SignalBurst, time);
    private TokenBucket _others = new(options.OtherRate, options.OtherBurst, time);

    public bool TryCall(string method) => method switch
    {
        nameof(IConferenceServer.SendMessage) => _chat.TryTake(),
        nameof(IConferenceServer.SendSignal) => _signals.TryTake(),
        _ => _others.TryTake(),
    };
}
