using Conference.Core.Chat;

namespace Conference.Core.Audit;

/// <summary>What hosts did in a room. Hosts read it; the caller has checked the right to.</summary>
public interface IAuditLog
{
    /// <summary>Adds a line.</summary>
    Task AppendAsync(AuditLine line, CancellationToken cancellationToken);

    /// <summary>The newest lines first.</summary>
    Task<IReadOnlyList<AuditLine>> ReadAsync(long roomId, int limit, CancellationToken cancellationToken);
}

/// <summary>One thing that a host did.</summary>
/// <param name="RoomId">The room's key.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, with the public id.</param>
/// <param name="ByName">The host's name at that time.</param>
/// <param name="Action">What.</param>
/// <param name="Target">To whom, by the name at that time, or the new value of a setting; null when it concerns nobody and nothing else.</param>
public sealed record AuditLine(long RoomId, DateTimeOffset At, PersonKey By, string ByName, AuditAction Action, string? Target = null);
