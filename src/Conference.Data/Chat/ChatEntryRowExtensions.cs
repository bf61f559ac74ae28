using Conference.Core.Chat;

namespace Conference.Data.Chat;

internal static class ChatEntryRowExtensions
{
    public static ChatEntry ToEntry(this ChatEntryRow row) => new(
        row.Sequence, row.Kind, row.SentAt, row.Person?.PublicId, row.Name, row.MessageId, row.Text, row.CallSeconds, row.CallPersons,
        row.IsDeleted);
}
