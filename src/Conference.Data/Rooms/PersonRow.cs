using System.Security.Cryptography;
using Conference.Core.Rooms;

namespace Conference.Data.Rooms;

internal sealed class PersonRow
{
    private const string PublicIdAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int PublicIdLength = 16;

    public long Key { get; set; }

    public long RoomId { get; set; }

    /// <summary>What the browser sees instead of the key.</summary>
    public required string PublicId { get; set; }

    public Guid VisitorId { get; set; }

    public required string Name { get; set; }

    public bool IsHost { get; set; }

    public bool IsOwner { get; set; }

    public PersonAccess Access { get; set; }

    public DateTimeOffset? AccessAt { get; set; }

    /// <summary>Null for who never came in: a host who opened the room only, or somebody who only knocked.</summary>
    public DateTimeOffset? FirstAdmittedAt { get; set; }

    public DateTimeOffset LastVisitAt { get; set; }

    /// <summary>Somebody whom the room does not know yet.</summary>
    public static PersonRow Create(long roomId, Guid visitorId, string name, DateTimeOffset now) => new()
    {
        RoomId = roomId,
        PublicId = RandomNumberGenerator.GetString(PublicIdAlphabet, PublicIdLength),
        VisitorId = visitorId,
        Name = name,
        LastVisitAt = now,
    };

    public void SetAccess(PersonAccess access, DateTimeOffset now) => (Access, AccessAt) = (access, now);
}
