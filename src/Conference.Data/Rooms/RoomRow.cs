using Conference.Core.Rooms;

namespace Conference.Data.Rooms;

internal sealed class RoomRow
{
    public long Id { get; set; }

    public required string Code { get; set; }

    public required string Title { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public RoomSettings Settings { get; set; } = new();

    public string? PasswordHash { get; set; }

    public string LobbyMessage { get; set; } = "";

    public int KeepDays { get; set; }

    public DateTimeOffset? TokensFrom { get; set; }

    public byte[]? HostLinkHash { get; set; }

    public long? HostLinkIssuerKey { get; set; }

    public DateTimeOffset? HostLinkExpiresAt { get; set; }

    /// <summary>Nobody finds the room any more; what is left of it is being erased.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The highest place whose entry was erased: when nothing is left behind it, the chat goes on from here.</summary>
    public long TailSequence { get; set; }

    /// <summary>How many texts the room had up to and with that place.</summary>
    public long TailTextCount { get; set; }

    /// <summary>How many of all texts were erased.</summary>
    public long ErasedTexts { get; set; }
}
