using Conference.Data.Chat;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conference.Server.Telemetry;

/// <summary>Whether the last message that somebody sent could be stored.</summary>
internal sealed class ChatLogHealthCheck(IChatLogStatus status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(status.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}
