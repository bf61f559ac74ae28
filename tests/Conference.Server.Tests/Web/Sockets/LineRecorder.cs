using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>Keeps what one class of the server logs.</summary>
internal sealed class LineRecorder(string name) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName.EndsWith($".{name}", StringComparison.Ordinal) ? _lines : null);

    /// <summary>What came since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    public void Dispose()
    {
    }

    private sealed class Recorder(ConcurrentQueue<string>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines?.Enqueue(formatter(state, exception));
    }
}
