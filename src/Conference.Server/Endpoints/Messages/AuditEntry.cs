using Conference.Core.Audit;

namespace Conference.Server.Endpoints.Messages;

/// <summary>One thing that a host did.</summary>
/// <param name="At">When.</param>
/// <param name="By">The host's name at that time.</param>
/// <param name="Action">What.</param>
/// <param name="Target">To whom or to what; absent when it concerns nobody and nothing else.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, AuditAction Action, string? Target = null);
