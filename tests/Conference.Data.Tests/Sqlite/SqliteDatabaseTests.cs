using Conference.Data.Sqlite;
using Conference.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task TheMigrationsMakeTheWholeModel()
    {
        await using var context = CreateContext();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal("ok", await context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "1900")]
    [InlineData("secure_delete", "1")]
    public async Task EveryConnectionKeepsItsPromises(string pragma, string value)
    {
        var contexts = Enumerable.Range(0, 3).Select(_ => CreateContext()).ToList();
        foreach (var context in contexts)
        {
            await context.Database.OpenConnectionAsync();
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
        }

        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("synchronous=NORMAL", "synchronous=1 instead of 2")]
    [InlineData("foreign_keys=OFF", "foreign_keys=0 instead of 1")]
    [InlineData("journal_mode=DELETE", "journal_mode=delete instead of wal")]
    public async Task AConnectionThatCouldLoseSomethingIsRefused(string pragma, string reason)
    {
        await _database.CloseAsync();
        SqliteConnection.ClearAllPools();
        await using var connection = _database.Connect();
        TestDatabase.Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
        TestDatabase.Execute(connection, $"PRAGMA {pragma}");

        var refusal = await Assert.ThrowsAsync<StartException>(() => SqliteDatabase.VerifyAsync(connection, CancellationToken.None));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewerDatabaseIsRefused()
    {
        _database.Execute("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0.0')");

        var refusal = await Assert.ThrowsAsync<StartException>(_database.ReopenAsync);

        Assert.Contains("newer server (99990101000000_FromTheFuture)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMigrationThatWasKilledIsTakenUpAgain()
    {
        using var folder = new TemporaryFolder();
        using (var connection = new SqliteConnection($"Data Source={folder.Combine("conference.db")};Pooling=False"))
        {
            connection.Open();
            TestDatabase.Execute(connection, "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
            TestDatabase.Execute(connection, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00')");
        }

        await using var services = TestDatabase.CreateServices(folder.Path);

        await services.GetRequiredService<IConferenceDatabase>().OpenAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseIsRefused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("conference.db"), new string('x', 5000));
        await using var services = TestDatabase.CreateServices(folder.Path);

        var refusal = await Assert.ThrowsAsync<StartException>(
            () => services.GetRequiredService<IConferenceDatabase>().OpenAsync(CancellationToken.None));

        Assert.Contains("conference.db cannot be used", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASecondServerOnTheSameFolderIsRefused()
    {
        var refusal = Assert.Throws<StartException>(() => DataFolder.Open(_database.Folder));

        Assert.Contains("Another server uses the data folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderIsFreeAgainWhenItsServerStops()
    {
        await _database.CloseAsync();

        DataFolder.Open(_database.Folder).Dispose();
    }

    [Fact]
    public async Task ItsHealthIsThatOfTheDatabase()
    {
        var database = _database.Get<IConferenceDatabase>();
        Assert.Null(await database.FindFaultAsync(CancellationToken.None));

        using (var other = _database.Connect())
        {
            TestDatabase.Execute(other, "BEGIN IMMEDIATE");
            Assert.Contains("locked", await database.FindFaultAsync(CancellationToken.None), StringComparison.Ordinal);
        }

        Assert.Null(await database.FindFaultAsync(CancellationToken.None));
    }

    private ConferenceDbContext CreateContext() => _database.Get<IDbContextFactory<ConferenceDbContext>>().CreateDbContext();
}
