namespace Conference.Data.Rooms;

internal sealed class PersonRow
{
    public long Key { get; set; }

    public long RoomId { get; set; }

    /// <summary>What the browser sees instead of the key.</summary>
    public required string PublicId { get; set; }

    public Guid VisitorId { get; set; }

    public required string Name { get; set; }

    public bool IsHost { get; set; }

    /// <summary>Null for a host who never came in.</summary>
    public DateTimeOffset? FirstAdmittedAt { get; set; }

    public DateTimeOffset LastVisitAt { get; set; }
}
