using Conference.Core.Chat;

namespace Conference.Data.Chat;

/// <summary>Entries that were written together, and what became of each: same length, same order.</summary>
internal sealed record ChatBatch(List<PendingAppend> Appends, AppendResult[] Results)
{
    /// <summary>What is new on disk, room by room, in the order of places.</summary>
    public IEnumerable<(long RoomId, ChatEntry[] Entries)> Stored() => Results
        .Zip(Appends)
        .Where(pair => pair.First.Status == AppendStatus.Stored)
        .GroupBy(pair => pair.Second.Append.RoomId, pair => pair.First.Entry!)
        .Select(room => (room.Key, room.ToArray()));
}
