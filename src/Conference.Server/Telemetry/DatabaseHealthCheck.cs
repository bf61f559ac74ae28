using Conference.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conference.Server.Telemetry;

/// <summary>Whether the database takes a transaction now.</summary>
internal sealed class DatabaseHealthCheck(IConferenceDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.FindFaultAsync(cancellationToken) is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy();
}
