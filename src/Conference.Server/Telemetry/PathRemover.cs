using Serilog.Core;
using Serilog.Events;

namespace Conference.Server.Telemetry;

/// <summary>Takes the path away that the framework gives to every message of a request: a room's code is in it, which opens the room.</summary>
internal sealed class PathRemover : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
