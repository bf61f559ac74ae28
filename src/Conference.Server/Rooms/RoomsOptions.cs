using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Section <c>Rooms</c>: how large rooms are and how long a seat is held.</summary>
public sealed class RoomsOptions
{
    /// <summary>How many participants a room takes, with and without media.</summary>
    public int ParticipantLimit { get; set; } = 500;

    /// <summary>How many of them may be with media: each sends to every other one, so more than 16 ask too much of a browser.</summary>
    public int MediaLimit { get; set; } = 16;

    /// <summary>How long the seat of a participant who vanished is held: longer than a train's tunnel.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How many may wait in a lobby at a time.</summary>
    public int LobbyLimit { get; set; } = 1000;

    public RoomRules ToRules() => new(ParticipantLimit, MediaLimit, Grace) { LobbyLimit = LobbyLimit };
}
