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
        entry is { CallSeconds: { } seconds, CallPersons: { } persons } ? new CallSummary(seconds, persons) : null);

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
        participant.HandRaisedAt);

    public static RoomSnapshot ToSnapshot(this RoomState state, RoomCode code, DateTimeOffset now) => new(
        code.ToString(),
        state.Title,
        state.Epoch,
        state.Version,
        state.CallStartedAt ?? now,
        now,
        [.. state.Participants.Select(ToInfo)]);

    private static ChatMessageKind ToMessage(this ChatEntryKind kind) => kind switch
    {
        ChatEntryKind.Text => ChatMessageKind.Text,
        ChatEntryKind.CallStarted => ChatMessageKind.CallStarted,
        ChatEntryKind.CallEnded => ChatMessageKind.CallEnded,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has a name on the wire."),
    };
}
