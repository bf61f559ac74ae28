using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Sqlite;

/// <summary>Brings the file up to this server's version and makes sure that it keeps what it is given.</summary>
internal sealed class SqliteDatabase(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, DataFolder folder)
    : IConferenceDatabase
{
    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var connection = context.Database.GetDbConnection();
            await ReadPragmaAsync(connection, "journal_mode=WAL", cancellationToken);
            await VerifyAsync(connection, cancellationToken);
            await MigrateAsync(context, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new StartException($"The database {folder.DatabaseFile} cannot be used: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return null;
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Reads back what the connection promises.</summary>
    /// <exception cref="StartException">A commit on this connection would not be durable.</exception>
    internal static async Task VerifyAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (pragma, wanted) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1") })
        {
            var value = await ReadPragmaAsync(connection, pragma, cancellationToken);
            if (value != wanted)
            {
                throw new StartException(
                    $"The database {connection.DataSource} has {pragma}={value} instead of {wanted}: what is written there could be lost.");
            }
        }
    }

    private static async Task<string?> ReadPragmaAsync(DbConnection connection, string pragma, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task MigrateAsync(ConferenceDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new StartException(
                $"The database {folder.DatabaseFile} was written by a newer server ({unknown}): run that one, or restore a backup.");
        }

        if (applied.Count < known.Count)
        {
            await ForgetCrashedMigrationAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>EF Core waits for ever for the lock that a killed migration left. This server holds the folder, so nobody else migrates.</summary>
    private static Task<int> ForgetCrashedMigrationAsync(ConferenceDbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
}
