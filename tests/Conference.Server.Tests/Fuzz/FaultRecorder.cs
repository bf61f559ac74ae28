using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Fuzz;

/// <summary>Keeps what the server logs as its own fault.</summary>
internal sealed class FaultRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _faults = new();

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, _faults);

    /// <summary>What came since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_faults.TryDequeue(out var fault))
        {
            taken.Add(fault);
        }

        return taken;
    }

    public void Dispose()
    {
    }

    private sealed class Recorder(string category, ConcurrentQueue<string> faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsOfTheOtherEnd(exception))
            {
                faults.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }

        // The framework calls it an error when a call is refused, or when what arrives is no frame. The hub's own filter says what is one.
        private static bool IsOfTheOtherEnd(Exception? exception) => exception is HubException or InvalidDataException or WebSocketException;
    }
}
