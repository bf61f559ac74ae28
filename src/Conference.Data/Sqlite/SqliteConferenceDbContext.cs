using Conference.Data.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Conference.Data.Sqlite;

/// <summary>The default database: one file beside the server.</summary>
internal sealed class SqliteConferenceDbContext(DbContextOptions<SqliteConferenceDbContext> options) : ConferenceDbContext(options)
{
    public override IQueryable<ChatEntryRow> FindTexts(long roomId, IReadOnlyList<string> words)
    {
        var match = SearchWords.ForSearch(roomId, words);
        return ChatEntries.FromSql($"SELECT * FROM ChatEntries WHERE Id IN (SELECT rowid FROM ChatSearch WHERE ChatSearch MATCH {match})");
    }

    // The place is read from ChatPersons, whose order is then that of the page: a cross join leaves SQLite no other way to begin.
    public override IQueryable<ChatEntryRow> FindTextsOf(long roomId, long personKey) => ChatEntries.FromSql(
        $"""
        SELECT entry.Id, entry.RoomId, person.Sequence, entry.TextCount, entry.Kind, entry.SentAt, entry.PersonKey, entry.Name, entry.MessageId,
            entry.Text, entry.CallSeconds, entry.CallPersons, entry.IsDeleted
        FROM ChatPersons AS person CROSS JOIN ChatEntries AS entry ON entry.RoomId = {roomId} AND entry.Sequence = person.Sequence
        WHERE person.PersonKey = {personKey}
        """);

    public override int IndexTexts(int limit)
    {
        Database.OpenConnection();
        return SearchIndex.Extend(Database.GetDbConnection(), limit);
    }

    public override void ForgetTexts(IReadOnlyList<ChatEntryRow> erased, DateTimeOffset now)
    {
        var transaction = Database.CurrentTransaction!.GetDbTransaction();
        SearchIndex.Remove(transaction, erased);
        SqliteTraces.Note(transaction, now);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // SQLite gives the next key by itself. What EF Core calls generated is AUTOINCREMENT, a second table that every insert writes to.
        modelBuilder.Entity<ChatEntryRow>().Property(entry => entry.Id).ValueGeneratedNever();
    }

    /// <summary>SQLite has neither times nor ids of its own: numbers and blobs sort and compare as they should, and are small.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Guid>().HaveConversion<GuidToBytesConverter>();
    }

    private sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
