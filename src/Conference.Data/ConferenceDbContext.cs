using Conference.Data.Audit;
using Conference.Data.Chat;
using Conference.Data.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Conference.Data;

/// <summary>What every database has in common. A derived context adds what its provider does in its own way.</summary>
internal abstract class ConferenceDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<RoomRow> Rooms => Set<RoomRow>();

    public DbSet<PersonRow> Persons => Set<PersonRow>();

    public DbSet<ChatEntryRow> ChatEntries => Set<ChatEntryRow>();

    public DbSet<AuditLineRow> AuditLines => Set<AuditLineRow>();

    /// <summary>The room's texts that have all the words, the last one as a prefix; accents and case do not matter.</summary>
    public abstract IQueryable<ChatEntryRow> FindTexts(long roomId, IReadOnlyList<string> words);

    /// <summary>The texts of one of the room's persons.</summary>
    public abstract IQueryable<ChatEntryRow> FindTextsOf(long roomId, long personKey);

    /// <summary>Makes the oldest texts that are not found yet be found.</summary>
    /// <returns>How many entries were looked at: fewer than the limit when there are no more.</returns>
    public abstract int IndexTexts(int limit);

    /// <summary>
    /// Takes out of <see cref="FindTexts"/> and <see cref="FindTextsOf"/> what the running transaction erased, given as it was before, and
    /// notes since when the files may have traces of something.
    /// </summary>
    public abstract void ForgetTexts(IReadOnlyList<ChatEntryRow> erased, DateTimeOffset now);

    /// <summary>Indexes are those that are asked for: each costs every message something.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConferenceDbContext).Assembly);
}
