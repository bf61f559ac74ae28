using Conference.Core.Chat;

namespace Conference.Data.Chat;

/// <summary>The end of a room's chat.</summary>
internal readonly record struct Tail(long Sequence, long TextCount)
{
    public Tail Next(ChatEntryKind kind) => new(Sequence + 1, kind == ChatEntryKind.Text ? TextCount + 1 : TextCount);
}
