using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Rooms;

/// <summary>How what the rules know looks on the wire.</summary>
public static class MessageExtensions
{
    public static ChatMessage ToMessage(this ChatEntry entry) => new(
        entry.Sequence,
        entry.Kind.ToMessage(),
        entry.SentAt,
        entry.PersonId,
        entry.Name,
        entry.MessageId,
        entry.Text,
        entry is { CallSeconds: { } seconds, CallPersons: { } persons } ? new CallSummary(seconds, persons) : null,
        WhenTrue(entry.IsDeleted));

    public static MessagePage ToMessage(this ChatPage page, string personId) =>
        new(page.Entries.ToMessages(), page.HasEarlier, page.HasLater, personId);

    public static IReadOnlyList<ChatMessage> ToMessages(this IReadOnlyList<ChatEntry> entries)
    {
        var messages = new ChatMessage[entries.Count];
        for (var i = 0; i < messages.Length; i++)
        {
            messages[i] = entries[i].ToMessage();
        }

        return messages;
    }

    public static ParticipantInfo ToInfo(this Participant participant) => new(
        participant.Id,
        participant.Person.Id,
        participant.Name,
        participant.InstanceId,
        participant.IsHost,
        participant.ChatOnly,
        participant.ConnectionId is not null,
        participant.Media,
        participant.HandRaisedAt,
        WhenTrue(participant.MutedByHost),
        WhenTrue(participant.VideoStoppedByHost),
        WhenTrue(participant.ScreenStoppedByHost),
        WhenTrue(participant.UnmuteAllowed),
        participant.RecordingSince);

    public static WaitingGuest ToMessage(this LobbyGuest guest) => new(guest.Id, guest.Person.Id, guest.Name, guest.Since);

    public static IReadOnlyList<WaitingGuest> ToMessages(this IReadOnlyList<LobbyGuest> guests) => [.. guests.Select(ToMessage)];

    public static RoomSnapshot ToSnapshot(this RoomState state, DateTimeOffset now) => new(
        state.Code.ToString(),
        state.Title,
        state.Epoch,
        state.Version,
        state.CallStartedAt ?? now,
        now,
        [.. state.Participants.Select(ToInfo)],
        state.Settings,
        state.SpotlightId);

    public static RoomUpdatedEvent ToMessage(this RoomChanged changed) => new(
        changed.Version, changed.Code.ToString(), changed.Title, changed.Settings, changed.SpotlightId);

    private static bool? WhenTrue(bool value) => value ? true : null;

    private static ChatMessageKind ToMessage(this ChatEntryKind kind) => kind switch
    {
        ChatEntryKind.Text => ChatMessageKind.Text,
        ChatEntryKind.CallStarted => ChatMessageKind.CallStarted,
        ChatEntryKind.CallEnded => ChatMessageKind.CallEnded,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has a name on the wire."),
    };
}
