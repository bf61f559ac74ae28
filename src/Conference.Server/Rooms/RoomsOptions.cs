using System.ComponentModel.DataAnnotations;
using Conference.Core.Rooms;

namespace Conference.Server.Rooms;

/// <summary>Section <c>Rooms</c>: how large rooms are and how long a seat is held.</summary>
public sealed class RoomsOptions
{
    public const string Section = "Rooms";

    /// <summary>How many participants a room takes, with and without media.</summary>
    [Range(1, 1000)]
    public int ParticipantLimit { get; set; } = 500;

    /// <summary>How many of them may be with media: each sends to every other one, so more than 16 ask too much of a browser.</summary>
    [Range(1, 64)]
    public int MediaLimit { get; set; } = 16;

    /// <summary>How long the seat of a participant who vanished is held: longer than a train's tunnel.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(120);

    public RoomRules ToRules() => new(ParticipantLimit, MediaLimit, Grace);
}
