using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Writes the beginning and the end of a call into the room's chat.</summary>
internal sealed class CallLines(IChatLog log, ILogger<CallLines> logger) : IRoomObserver
{
    /// <inheritdoc/>
    public void OnEvents(long roomId, IReadOnlyList<RoomEvent> events)
    {
        foreach (var roomEvent in events)
        {
            if (ToLine(roomId, roomEvent) is { } line)
            {
                _ = AppendAsync(line);
            }
        }
    }

    private static ChatAppend? ToLine(long roomId, RoomEvent roomEvent) => roomEvent switch
    {
        CallStarted e => new ChatAppend(roomId, ChatEntryKind.CallStarted, e.At, e.By.Person, e.By.Name),
        CallEnded e => new ChatAppend(
            roomId, ChatEntryKind.CallEnded, e.At, CallSeconds: (long)e.Length.TotalSeconds, CallPersons: e.PersonCount),
        _ => null,
    };

    /// <summary>The call goes on without its line when the disk refuses: talking matters more.</summary>
    private async Task AppendAsync(ChatAppend line)
    {
        try
        {
            var result = await log.AppendAsync(line);
            if (result.Status == AppendStatus.Failed)
            {
                RoomsLog.CallLineLost(logger, null, line.RoomId, line.Kind);
            }
        }
        catch (Exception fault)
        {
            RoomsLog.CallLineLost(logger, fault, line.RoomId, line.Kind);
        }
    }
}
