namespace Conference.Server.Hubs.Filters;

/// <summary>One call's turn.</summary>
internal sealed class CallTurn : IDisposable
{
    private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Passed => _passed.Task;

    /// <summary>Lets the connection's next call begin: what this one still waits for concerns it alone.</summary>
    public void Pass() => _passed.TrySetResult();

    public void Dispose() => Pass();
}
