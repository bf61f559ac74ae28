using System.Data.Common;

namespace Conference.Data.Sqlite;

/// <summary>
/// Makes a new database with the script that EF Core writes from the migrations, instead of with EF Core itself: getting it ready takes longer,
/// and more memory, than all the rest of a first start. Databases that exist are migrated by EF Core.
/// </summary>
internal static class SqliteSchema
{
    private const string Resource = "Conference.Data.Schema.sql";

    /// <summary>Whether there is nothing in the file yet.</summary>
    public static async Task<bool> IsAbsentAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! == 0;
    }

    /// <summary>Makes all of it or, when the server is killed meanwhile, nothing.</summary>
    public static async Task MakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Read();
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The script that this server was built with.</summary>
    public static string Read()
    {
        using var stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The assembly was built without its schema.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
