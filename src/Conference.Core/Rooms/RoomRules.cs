namespace Conference.Core.Rooms;

/// <summary>The limits of every room.</summary>
/// <param name="ParticipantLimit">How many seats a room has.</param>
/// <param name="MediaLimit">How many of them may be with media.</param>
/// <param name="Grace">How long a seat is held for a participant who vanished.</param>
public sealed record RoomRules(int ParticipantLimit, int MediaLimit, TimeSpan Grace)
{
    /// <summary>How many may wait in a lobby at a time.</summary>
    public int LobbyLimit { get; init; } = 1000;
}
