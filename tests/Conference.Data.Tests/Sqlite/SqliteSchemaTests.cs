using System.Runtime.CompilerServices;
using Conference.Data.Sqlite;
using Conference.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data.Tests.Sqlite;

/// <summary>A new database is made by a script, and is the same as one that was migrated.</summary>
public sealed class SqliteSchemaTests
{
    [Fact]
    public async Task TheScriptIsWhatTheMigrationsSay()
    {
        await using var database = await TestDatabase.OpenAsync();
        await using var context = CreateContext(database);
        var written = Script(context);
        if (Environment.GetEnvironmentVariable("WRITE_SCHEMA") == "1")
        {
            await File.WriteAllTextAsync(SchemaFile(), written);
        }

        Assert.True(
            written == await File.ReadAllTextAsync(SchemaFile()),
            "Schema.sql is older than the migrations: run this test with WRITE_SCHEMA=1 in the environment, and build again.");
        Assert.Equal(written, SqliteSchema.Read());
    }

    [Fact]
    public async Task ANewDatabaseIsLikeAMigratedOne()
    {
        await using var made = await TestDatabase.OpenAsync();
        using var folder = new TemporaryFolder();
        await using var services = TestDatabase.CreateServices(folder.Path);
        await using (var context = services.GetRequiredService<IDbContextFactory<ConferenceDbContext>>().CreateDbContext())
        {
            await context.Database.MigrateAsync();
        }

        using var migrated = new SqliteConnection($"Data Source={folder.Combine("conference.db")};Pooling=False");
        migrated.Open();
        using var own = made.Connect();
        Assert.Equal(Describe(migrated), Describe(own));
    }

    [Fact]
    public async Task AFirstStartThatWasKilledLeavesNothingHalf()
    {
        using var folder = new TemporaryFolder();
        await using var services = TestDatabase.CreateServices(folder.Path);
        var connections = services.GetRequiredService<IConnections>();
        await using (var connection = await connections.OpenAsync(CancellationToken.None))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = SqliteSchema.Read();
            await command.ExecuteNonQueryAsync();
            Assert.False(await SqliteSchema.IsAbsentAsync(connection, CancellationToken.None));
        }

        await using var next = await connections.OpenAsync(CancellationToken.None);
        Assert.True(await SqliteSchema.IsAbsentAsync(next, CancellationToken.None));
        await services.GetRequiredService<IConferenceDatabase>().OpenAsync(CancellationToken.None);
        Assert.False(await SqliteSchema.IsAbsentAsync(next, CancellationToken.None));
    }

    private static ConferenceDbContext CreateContext(TestDatabase database) =>
        database.Get<IDbContextFactory<ConferenceDbContext>>().CreateDbContext();

    private static string Script(ConferenceDbContext context) => context.GetService<IMigrator>()
        .GenerateScript(options: MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.NoTransactions)
        .ReplaceLineEndings("\n");

    private static List<string> Describe(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master WHERE name <> '__EFMigrationsLock'
            UNION ALL SELECT MigrationId || ' by ' || ProductVersion FROM __EFMigrationsHistory
            UNION ALL SELECT 'indexed up to ' || LastId FROM ChatSearchProgress
            ORDER BY 1
            """;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private static string SchemaFile([CallerFilePath] string here = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Conference.Data", "Migrations", "Sqlite", "Schema.sql"));
}
