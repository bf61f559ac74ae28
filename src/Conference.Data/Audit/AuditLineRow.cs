using Conference.Core.Audit;

namespace Conference.Data.Audit;

internal sealed class AuditLineRow
{
    public long Id { get; set; }

    public long RoomId { get; set; }

    public DateTimeOffset At { get; set; }

    public long PersonKey { get; set; }

    public required string ByName { get; set; }

    public AuditAction Action { get; set; }

    public string? Target { get; set; }
}
