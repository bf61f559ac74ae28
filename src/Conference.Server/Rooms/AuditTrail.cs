using Conference.Core.Audit;
using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Puts on record what hosts did. A line that cannot be stored undoes nothing: who was muted stays muted on a full disk.</summary>
public sealed partial class AuditTrail(IAuditLog log, TimeProvider time, ILogger<AuditTrail> logger)
{
    /// <summary>Adds a line about what was done in a call.</summary>
    public Task AddAsync(long roomId, HostDeed deed, AuditAction action) =>
        AddAsync(roomId, deed.Host.Person, deed.Host.Name, action, deed.Target?.Name);

    /// <summary>Adds a line.</summary>
    public async Task AddAsync(long roomId, PersonKey by, string byName, AuditAction action, string? target = null)
    {
        try
        {
            await log.AppendAsync(new AuditLine(roomId, time.GetUtcNow(), by, byName, action, target), CancellationToken.None);
        }
        catch (Exception fault)
        {
            LineLost(logger, fault, action, roomId);
        }
    }

    [LoggerMessage(1109, LogLevel.Warning, "{Action} in room {RoomId} could not be put on record")]
    private static partial void LineLost(ILogger logger, Exception fault, AuditAction action, long roomId);
}
