namespace Conference.Server.Hubs.Filters;

/// <summary>The calls of one connection, one after the other, in the order in which they came.</summary>
internal sealed class CallOrder
{
    private Task _last = Task.CompletedTask;

    /// <summary>Waits until the call before is finished, or lets this one pass. Whoever asks first is first.</summary>
    public async ValueTask<CallTurn> TakeAsync()
    {
        var turn = new CallTurn();
        await Interlocked.Exchange(ref _last, turn.Passed);
        return turn;
    }
}
