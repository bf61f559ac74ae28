using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Conference.Data.Sqlite;

/// <summary>Brings the file up to this server's version and makes sure that it keeps what it is given.</summary>
internal sealed class SqliteDatabase(
    IConnections connections, IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate, DataFolder folder) : IConferenceDatabase
{
    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            await ReadPragmaAsync(connection, "journal_mode=WAL", cancellationToken);
            await VerifyAsync(connection, cancellationToken);
            if (await SqliteSchema.IsAbsentAsync(connection, cancellationToken))
            {
                await SqliteSchema.MakeAsync(connection, cancellationToken);
            }

            if (!await IsCurrentAsync(connection, cancellationToken))
            {
                await MigrateAsync(cancellationToken);
            }
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

    /// <summary>A migration that this server does not have: a newer one applied it.</summary>
    internal static async Task<string?> FindNewerAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await ReadAppliedAsync(connection, cancellationToken)).Except(KnownMigrations()).FirstOrDefault();

    /// <summary>What to tell whoever runs this server on the database of a newer one.</summary>
    internal static string ExplainNewer(string file, string migration) =>
        $"The database {file} was written by a newer server ({migration}): run that one, or restore a backup.";

    /// <summary>Whether exactly the migrations that this server has were applied: so it is at every start but the first of a version.</summary>
    private static async Task<bool> IsCurrentAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await ReadAppliedAsync(connection, cancellationToken)).SequenceEqual(KnownMigrations());

    /// <summary>All that were applied, in their order.</summary>
    private static async Task<IReadOnlyList<string>> ReadAppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if ((long)(await command.ExecuteScalarAsync(cancellationToken))! == 0)
        {
            return [];
        }

        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return [.. applied.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> KnownMigrations() => typeof(SqliteDatabase).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteConferenceDbContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>()
        .Order(StringComparer.Ordinal);

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new StartException(ExplainNewer(folder.DatabaseFile, unknown));
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
