namespace Conference.Data.Rooms;

internal sealed class RoomRow
{
    public long Id { get; set; }

    public required string Code { get; set; }

    public required string Title { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
