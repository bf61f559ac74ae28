using System.Data.Common;
using Conference.Data.Chat;

namespace Conference.Data.Sqlite;

/// <summary>Writes the full-text index, and where each person's texts are. With plain commands, like the chat's writer: every message passes here.</summary>
internal static class SearchIndex
{
    private const string SelectNew =
        "SELECT Id, RoomId, Sequence, PersonKey, Text FROM ChatEntries WHERE Id > (SELECT LastId FROM ChatSearchProgress) ORDER BY Id LIMIT @limit";

    private const string InsertText = "INSERT INTO ChatSearch (rowid, Text) VALUES (@first, @second)";
    private const string InsertPlace = "INSERT INTO ChatPersons (PersonKey, Sequence) VALUES (@first, @second)";
    private const string SetProgress = "UPDATE ChatSearchProgress SET LastId = @id";
    private const string GetProgress = "SELECT LastId FROM ChatSearchProgress";

    // The index keeps no text, so it has to be told what it was made from.
    private const string RemoveText = "INSERT INTO ChatSearch (ChatSearch, rowid, Text) VALUES ('delete', @first, @second)";
    private const string RemovePlace = "DELETE FROM ChatPersons WHERE PersonKey = @first AND Sequence = @second";

    // SQLite gives the key of the newest entry again when that entry was deleted: its next owner is new here.
    private const string LimitProgress =
        "UPDATE ChatSearchProgress SET LastId = min(LastId, (SELECT coalesce(max(Id), 0) FROM ChatEntries))";

    /// <summary>Adds the oldest entries that it does not have.</summary>
    /// <returns>How many entries were looked at.</returns>
    public static int Extend(DbConnection connection, int limit)
    {
        var entries = ReadNew(connection, limit);
        if (entries.Count > 0)
        {
            using var transaction = connection.BeginTransaction();
            ExecuteAll(transaction, InsertText, Words(entries));
            ExecuteAll(transaction, InsertPlace, Places(entries));
            SetProgressTo(transaction, entries[^1].Id);
            transaction.Commit();
        }

        return entries.Count;
    }

    /// <summary>Takes out what the transaction erased, word by word: nothing of it is left in the index.</summary>
    public static void Remove(DbTransaction transaction, IReadOnlyList<ChatEntryRow> erased)
    {
        using var progress = CreateCommand(transaction, GetProgress);
        var lastId = (long)progress.ExecuteScalar()!;
        var indexed = erased.Where(entry => entry.Id <= lastId).ToList();
        ExecuteAll(transaction, RemoveText, Words(indexed));
        ExecuteAll(transaction, RemovePlace, Places(indexed));
        using var limit = CreateCommand(transaction, LimitProgress);
        limit.ExecuteNonQuery();
    }

    private static List<ChatEntryRow> ReadNew(DbConnection connection, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectNew;
        Add(command, "@limit", limit);
        using var reader = command.ExecuteReader();
        var entries = new List<ChatEntryRow>();
        while (reader.Read())
        {
            entries.Add(new ChatEntryRow
            {
                Id = reader.GetInt64(0),
                RoomId = reader.GetInt64(1),
                Sequence = reader.GetInt64(2),
                PersonKey = reader.IsDBNull(3) ? null : reader.GetInt64(3),
                Text = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        return entries;
    }

    /// <summary>Which words the entries brought into the index.</summary>
    private static IEnumerable<(long, object)> Words(IEnumerable<ChatEntryRow> entries) => entries
        .Where(entry => entry.Text is not null)
        .Select(entry => (entry.Id, (object)SearchWords.ForIndex(entry.RoomId, entry.Text!)));

    private static IEnumerable<(long, object)> Places(IEnumerable<ChatEntryRow> entries) => entries
        .Where(entry => entry is { Text: not null, PersonKey: not null })
        .Select(entry => (entry.PersonKey!.Value, (object)entry.Sequence));

    private static void ExecuteAll(DbTransaction transaction, string sql, IEnumerable<(long First, object Second)> values)
    {
        using var command = CreateCommand(transaction, sql);
        var (first, second) = (Add(command, "@first", 0L), Add(command, "@second", DBNull.Value));
        foreach (var value in values)
        {
            (first.Value, second.Value) = (value.First, value.Second);
            command.ExecuteNonQuery();
        }
    }

    private static DbCommand CreateCommand(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private static void SetProgressTo(DbTransaction transaction, long id)
    {
        using var command = CreateCommand(transaction, SetProgress);
        Add(command, "@id", id);
        command.ExecuteNonQuery();
    }

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
