using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Conference.Data.Sqlite;

/// <summary>Opens the database's file.</summary>
internal sealed class SqliteConnections(DataFolder folder) : IConnections
{
    /// <summary>The one connection string, for the contexts too.</summary>
    // One second after which the driver gives up asking; SQLite itself has waited its busy timeout by then.
    public string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile, DefaultTimeout = 1 }.ToString();

    /// <inheritdoc/>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await SqlitePragmas.ApplyAsync(connection, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
