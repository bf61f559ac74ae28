using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Sqlite;

/// <summary>
/// Empties the write-ahead log at once; writes the file anew within a day. SQLite overwrites what is deleted, but where it moves rows from one
/// page to another, copies of them stay behind that it knows nothing of: of a thousand deleted texts about one.
/// </summary>
internal sealed class SqliteTraces(IConnections connections, WriteGate gate, ILogger<SqliteTraces> logger) : ITraces
{
    private const int Attempts = 5;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Early = TimeSpan.FromHours(12);

    // It is asked once an hour.
    private static readonly TimeSpan Late = TimeSpan.FromHours(22);

    /// <summary>Within a transaction that deletes: from now on there may be some.</summary>
    public static void Note(DbTransaction transaction, DateTimeOffset now)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO ChatTraces (Since) SELECT {now.ToUnixTimeMilliseconds()} WHERE NOT EXISTS (SELECT 1 FROM ChatTraces)";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        // What this can carry over to the file, it does while others write.
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(PASSIVE)", cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var pass = await gate.EnterAsync(cancellationToken);
            if (await TryTruncateLogAsync(connection, cancellationToken))
            {
                return;
            }
        }

        SqliteTracesLog.LogInUse(logger);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        if (await ReadTimeAsync(connection, "SELECT Since FROM ChatTraces", cancellationToken) is not { } since)
        {
            return;
        }

        await EmptyLogAsync(cancellationToken);
        var lastEntryAt = await ReadTimeAsync(connection, "SELECT SentAt FROM ChatEntries ORDER BY Id DESC LIMIT 1", cancellationToken);
        if (now - since >= Late || (now - since >= Early && !(now - lastEntryAt < Quiet)))
        {
            await RewriteAsync(connection, cancellationToken);
        }
    }

    private async Task RewriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, "VACUUM", cancellationToken);
            if (await TryTruncateLogAsync(connection, cancellationToken))
            {
                await ExecuteAsync(connection, "DELETE FROM ChatTraces", cancellationToken);
            }
        }
        catch (SqliteException exception)
        {
            SqliteTracesLog.RewriteFailed(logger, exception);
        }
    }

    /// <returns>False when a reader still needs the log.</returns>
    private static async Task<bool> TryTruncateLogAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken) is 0L;

    private static async Task<DateTimeOffset?> ReadTimeAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, sql, cancellationToken) is long time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    private static async Task<object?> ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await connections.OpenAsync(cancellationToken);
        // Writers wait as long as this waits for a reader.
        await ExecuteAsync(connection, "PRAGMA busy_timeout=200", cancellationToken);
        return connection;
    }
}
