using System.Data.Common;

namespace Conference.Data.Sqlite;

/// <summary>Writes the full-text index, and where each person's texts are. With plain commands, like the chat's writer: every message passes here.</summary>
internal static class SearchIndex
{
    private const string SelectNew =
        "SELECT Id, RoomId, Sequence, PersonKey, Text FROM ChatEntries WHERE Id > (SELECT LastId FROM ChatSearchProgress) ORDER BY Id LIMIT @limit";

    private const string InsertText = "INSERT INTO ChatSearch (rowid, Text) VALUES (@id, @text)";
    private const string InsertPerson = "INSERT INTO ChatPersons (PersonKey, Sequence) VALUES (@person, @sequence)";
    private const string SetProgress = "UPDATE ChatSearchProgress SET LastId = @id";

    /// <summary>Adds the oldest entries that it does not have.</summary>
    /// <returns>How many entries were looked at.</returns>
    public static int Extend(DbConnection connection, int limit)
    {
        var entries = ReadNew(connection, limit);
        if (entries.Count > 0)
        {
            using var transaction = connection.BeginTransaction();
            InsertTexts(transaction, entries);
            InsertPersons(transaction, entries);
            Execute(transaction, SetProgress, ("@id", entries[^1].Id));
            transaction.Commit();
        }

        return entries.Count;
    }

    private static List<NewEntry> ReadNew(DbConnection connection, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectNew;
        Add(command, "@limit", limit);
        using var reader = command.ExecuteReader();
        var entries = new List<NewEntry>();
        while (reader.Read())
        {
            entries.Add(new NewEntry(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.GetInt64(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3),
                reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        return entries;
    }

    private static void InsertTexts(DbTransaction transaction, List<NewEntry> entries)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = InsertText;
        var (id, text) = (Add(command, "@id", 0L), Add(command, "@text", ""));
        foreach (var entry in entries.Where(entry => entry.Text is not null))
        {
            id.Value = entry.Id;
            text.Value = SearchWords.ForIndex(entry.RoomId, entry.Text!);
            command.ExecuteNonQuery();
        }
    }

    private static void InsertPersons(DbTransaction transaction, List<NewEntry> entries)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = InsertPerson;
        var (person, sequence) = (Add(command, "@person", 0L), Add(command, "@sequence", 0L));
        foreach (var entry in entries.Where(entry => entry is { Text: not null, PersonKey: not null }))
        {
            person.Value = entry.PersonKey;
            sequence.Value = entry.Sequence;
            command.ExecuteNonQuery();
        }
    }

    private static void Execute(DbTransaction transaction, string sql, (string Name, object Value) parameter)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        Add(command, parameter.Name, parameter.Value);
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

    private readonly record struct NewEntry(long Id, long RoomId, long Sequence, long? PersonKey, string? Text);
}
