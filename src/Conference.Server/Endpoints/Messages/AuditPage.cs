namespace Conference.Server.Endpoints.Messages;

/// <summary><c>GET /api/rooms/{code}/audit</c>: what hosts did, the newest first, at most 200. Hosts only.</summary>
/// <param name="Entries">The lines.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries);
