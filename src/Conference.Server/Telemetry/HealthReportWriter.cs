using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conference.Server.Telemetry;

internal static class HealthReportWriter
{
    /// <summary><c>{"status":"unhealthy","faults":{"chat":"database or disk is full"}}</c></summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var faults = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description);
        var status = report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy";
        return context.Response.WriteAsJsonAsync(new { Status = status, Faults = faults }, context.RequestAborted);
    }
}
