using Conference.Core.Chat;

namespace Conference.Core.Rooms;

/// <summary>One seat of a room, as it is at one version.</summary>
/// <param name="Id">Random, never used again for anybody else.</param>
/// <param name="Person">Whose seat it is.</param>
/// <param name="Name">The shown name.</param>
/// <param name="InstanceId">The page that holds the seat.</param>
/// <param name="IsHost">Whether this is a host.</param>
/// <param name="ChatOnly">True: without media.</param>
/// <param name="Media">What microphone, camera and screen do.</param>
/// <param name="ConnectionId">The connection that owns the seat; null while there is none.</param>
/// <param name="AbsentSince">When the connection was lost; null while there is one.</param>
/// <param name="HandRaisedAt">When the hand was raised; null when it is down.</param>
public sealed record Participant(
    string Id,
    PersonKey Person,
    string Name,
    string InstanceId,
    bool IsHost,
    bool ChatOnly,
    ParticipantMedia Media,
    string? ConnectionId,
    DateTimeOffset? AbsentSince = null,
    DateTimeOffset? HandRaisedAt = null)
{
    /// <summary>Whether this is the owner, whom nobody can remove.</summary>
    public bool IsOwner { get; init; }

    /// <summary>A host muted them: they stay muted until they unmute on purpose, if they may.</summary>
    public bool MutedByHost { get; init; }

    /// <summary>A host stopped their video: it stays off until they start it on purpose.</summary>
    public bool VideoStoppedByHost { get; init; }

    /// <summary>A host stopped their screen: it is not shared until they start it on purpose.</summary>
    public bool ScreenStoppedByHost { get; init; }

    /// <summary>Since when they record the call; null when they do not.</summary>
    public DateTimeOffset? RecordingSince { get; init; }

    /// <summary>A host asked them to unmute: they may, whatever the room's settings say, until they are muted again.</summary>
    public bool UnmuteAllowed { get; init; }
}
