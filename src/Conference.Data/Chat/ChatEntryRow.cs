using Conference.Core.Chat;
using Conference.Data.Rooms;

namespace Conference.Data.Chat;

internal sealed class ChatEntryRow
{
    public long Id { get; set; }

    public long RoomId { get; set; }

    public long Sequence { get; set; }

    /// <summary>How many texts the room has up to and with this entry: counting reads one row.</summary>
    public long TextCount { get; set; }

    public ChatEntryKind Kind { get; set; }

    public DateTimeOffset SentAt { get; set; }

    public long? PersonKey { get; set; }

    public PersonRow? Person { get; set; }

    public string? Name { get; set; }

    public string? MessageId { get; set; }

    public string? Text { get; set; }

    public long? CallSeconds { get; set; }

    public int? CallPersons { get; set; }

    public bool IsDeleted { get; set; }
}
