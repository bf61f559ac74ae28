using System.Collections.Concurrent;
using Conference.Core.Chat;

namespace Conference.Data.Tests.Chat;

internal sealed class RecordingObserver : IChatLogObserver
{
    public ConcurrentQueue<(long RoomId, ChatEntry Entry)> Heard { get; } = new();

    public Action<ChatEntry> OnEntry { get; set; } = _ => { };

    public void OnStored(long roomId, IReadOnlyList<ChatEntry> entries)
    {
        foreach (var entry in entries)
        {
            Heard.Enqueue((roomId, entry));
            OnEntry(entry);
        }
    }
}
