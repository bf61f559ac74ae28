using Microsoft.Data.Sqlite;

namespace Conference.Data.Sqlite;

/// <summary>Looks whether a database can be used, beside a server that may be using it.</summary>
public static class DatabaseProbe
{
    /// <summary>Reads from it, takes the place of who writes and gives it back, and changes nothing.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>What is wrong; null when nothing is, or when the first start will make it.</returns>
    public static async Task<string?> FindFaultAsync(string folder)
    {
        var full = Path.GetFullPath(folder);
        var file = Path.Combine(full, "conference.db");
        return FindFaultOfFolder(full) ?? (File.Exists(file) ? await FindFaultOfFileAsync(file) : null);
    }

    /// <summary>In the folder, or where it will be made, a file is made that nobody finds.</summary>
    private static string? FindFaultOfFolder(string folder)
    {
        var there = folder;
        while (!Path.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        try
        {
            using var trial = new FileStream(
                Path.Combine(there, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The data folder {folder} cannot be written: {exception.Message}";
        }
    }

    private static async Task<string?> FindFaultOfFileAsync(string file)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync();
            var newer = await SqliteDatabase.FindNewerAsync(connection, CancellationToken.None);
            await TakeTurnAsync(connection);
            return newer is null ? null : SqliteDatabase.ExplainNewer(file, newer);
        }
        catch (SqliteException exception)
        {
            return $"The database {file} cannot be used: {exception.Message}";
        }
    }

    private static async Task TakeTurnAsync(SqliteConnection connection)
    {
        await using var turn = connection.BeginTransaction(deferred: false);
        await turn.RollbackAsync();
    }
}
