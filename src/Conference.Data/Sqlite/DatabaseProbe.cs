using Microsoft.Data.Sqlite;

namespace Conference.Data.Sqlite;

/// <summary>Looks whether a database can be used, beside a server that may be using it.</summary>
public static class DatabaseProbe
{
    /// <summary>Reads from it, and changes nothing.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>What is wrong; null when nothing is, or when the first start will make it.</returns>
    public static async Task<string?> FindFaultAsync(string folder)
    {
        var file = Path.Combine(Path.GetFullPath(folder), "conference.db");
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
            await command.ExecuteScalarAsync();
            return null;
        }
        catch (SqliteException exception)
        {
            return $"The database {file} cannot be used: {exception.Message}";
        }
    }
}
