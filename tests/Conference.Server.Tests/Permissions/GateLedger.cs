using System.Text;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Access;

/// <summary>What is on record, read from the file past the server.</summary>
internal sealed class GateLedger : IDisposable
{
    private static readonly (string Table, string Key)[] Tables = [("Rooms", "Id"), ("Persons", "RoomId"), ("ChatEntries", "RoomId"), ("AuditLines", "RoomId")];
    private readonly SqliteConnection _connection;

    public GateLedger(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "conference.db");
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
    }

    /// <summary>Another number means that somebody has written something since.</summary>
    public long Version => (long)Command("PRAGMA data_version").ExecuteScalar()!;

    public void Dispose() => _connection.Dispose();

    /// <summary>How many rows there are.</summary>
    public string Count() => string.Join(' ', Tables.Select(one => Count(one.Table)));

    /// <summary>How many rows there are of which this is true.</summary>
    public long Count(string table, string condition = "TRUE") => (long)Command($"SELECT COUNT(*) FROM \"{table}\" WHERE {condition}").ExecuteScalar()!;

    /// <summary>Every row of these rooms.</summary>
    public string Read(params IEnumerable<long> roomIds)
    {
        var text = new StringBuilder();
        var ids = string.Join(',', roomIds);
        foreach (var (table, key) in Tables)
        {
            text.Append(table).Append('\n');
            using var rows = Command($"SELECT * FROM \"{table}\" WHERE \"{key}\" IN ({ids})").ExecuteReader();
            while (rows.Read())
            {
                var values = new object[rows.FieldCount];
                rows.GetValues(values);
                text.AppendJoin('|', values.Select(Show)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static object Show(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value;

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
