using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Conference.Data.Sqlite;

/// <summary>What every connection promises: a commit is on the disk, not in its cache, and a lock is not waited for long.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // busy_timeout: 1.9 s, so that a sender is told within 2 s that nothing could be stored.
    // wal_autocheckpoint: 16 MB, so that a page that many messages change is carried over to the file once.
    // secure_delete: what is deleted is overwritten, also by who only tidies up. Storing a message deletes nothing and costs no more for it.
    private const string Set =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=1900; PRAGMA wal_autocheckpoint=4000; PRAGMA secure_delete=ON;";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Set;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        ApplyAsync(connection, cancellationToken);

    /// <summary>Makes a connection promise it.</summary>
    public static async Task ApplyAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Set;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
