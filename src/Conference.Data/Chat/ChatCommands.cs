using System.Data;
using System.Data.Common;
using Conference.Core.Chat;

namespace Conference.Data.Chat;

/// <summary>The three prepared statements of the chat's writer, in the SQL that every supported database understands.</summary>
internal sealed class ChatCommands : IDisposable
{
    private const string InsertText =
        """
        INSERT INTO "ChatEntries" ("RoomId", "Sequence", "TextCount", "Kind", "SentAt", "PersonKey", "Name", "MessageId", "Text", "CallSeconds", "CallPersons")
        SELECT @roomId, @sequence, @textCount, @kind, @sentAt, @personKey, @name, @messageId, @text, @callSeconds, @callPersons
        WHERE EXISTS (SELECT 1 FROM "Rooms" WHERE "Id" = @roomId AND NOT "IsDeleted")
        ON CONFLICT ("MessageId", "PersonKey") DO NOTHING
        """;

    private const string FindMessageText =
        """
        SELECT "Sequence", "SentAt", "Text", "IsDeleted" FROM "ChatEntries"
        WHERE "MessageId" = @messageId AND "PersonKey" = @personKey
        """;

    private const string FindTailText =
        """
        SELECT "Sequence", "TextCount" FROM (
            SELECT "Sequence", "TextCount" FROM "ChatEntries" WHERE "RoomId" = @roomId ORDER BY "Sequence" DESC LIMIT 1) AS newest
        UNION ALL SELECT "TailSequence", "TailTextCount" FROM "Rooms" WHERE "Id" = @roomId
        ORDER BY 1 DESC LIMIT 1
        """;

    private readonly DbConnection _connection;
    private readonly DbCommand _insert;
    private readonly DbCommand _findMessage;
    private readonly DbCommand _findTail;

    public ChatCommands(DbConnection connection)
    {
        _connection = connection;
        _insert = Prepare(
            InsertText,
            "roomId", "sequence", "textCount", "kind", "sentAt", "personKey", "name", "messageId", "text", "callSeconds", "callPersons");
        _findMessage = Prepare(FindMessageText, "messageId", "personKey");
        _findTail = Prepare(FindTailText, "roomId");
    }

    public DbTransaction Begin()
    {
        var transaction = _connection.BeginTransaction();
        _insert.Transaction = _findMessage.Transaction = _findTail.Transaction = transaction;
        return transaction;
    }

    /// <returns>False when this person's message id is there already, or the room is not (any more).</returns>
    public bool Insert(ChatAppend append, byte[]? messageId, Tail place)
    {
        Set(
            _insert,
            append.RoomId, place.Sequence, place.TextCount, (int)append.Kind, append.SentAt.ToUnixTimeMilliseconds(), append.Person?.Key,
            append.Name, messageId, append.Text, append.CallSeconds, append.CallPersons);
        return _insert.ExecuteNonQuery() == 1;
    }

    /// <returns>The message as it was stored first; null when it was not.</returns>
    public StoredMessage? FindMessage(ChatAppend append, byte[]? messageId)
    {
        Set(_findMessage, messageId, append.Person?.Key);
        using var reader = _findMessage.ExecuteReader(CommandBehavior.SingleRow);
        return reader.Read()
            ? new StoredMessage(
                reader.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetBoolean(3))
            : null;
    }

    public Tail FindTail(long roomId)
    {
        Set(_findTail, roomId);
        using var reader = _findTail.ExecuteReader(CommandBehavior.SingleRow);
        return reader.Read() ? new Tail(reader.GetInt64(0), reader.GetInt64(1)) : default;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _findMessage.Dispose();
        _findTail.Dispose();
    }

    private static void Set(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private DbCommand Prepare(string text, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{name}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
