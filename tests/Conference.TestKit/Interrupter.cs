using Microsoft.Extensions.Logging;

namespace Conference.TestKit;

/// <summary>
/// Interrupts what is going on in the very moment at which a line of the log is written, and keeps every line that tells of a fault. With one line after
/// the other it tries every moment, the same ones each time.
/// </summary>
public sealed class Interrupter : ILoggerProvider
{
    private readonly AsyncLocal<Interruption?> _current = new();
    private readonly List<string> _faults = [];

    /// <summary>What was logged as a fault since the last time.</summary>
    public IReadOnlyList<string> TakeFaults()
    {
        lock (_faults)
        {
            string[] faults = [.. _faults];
            _faults.Clear();
            return faults;
        }
    }

    /// <summary>Interrupts what the caller does from here on, at the given line of the log.</summary>
    public Interruption InterruptAt(int line) => _current.Value = new Interruption(line);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Lines(categoryName, this);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Take(LogLevel level, string line)
    {
        if (level >= LogLevel.Error)
        {
            lock (_faults)
            {
                _faults.Add(line);
            }
        }

        _current.Value?.Count();
    }

    private sealed class Lines(string category, Interrupter interrupter) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            interrupter.Take(logLevel, $"{category} {eventId}: {formatter(state, exception)} {exception}");
    }
}
