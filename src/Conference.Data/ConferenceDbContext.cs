using Conference.Data.Chat;
using Conference.Data.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data;

/// <summary>What every database has in common. A derived context adds what its provider does in its own way.</summary>
public abstract class ConferenceDbContext(DbContextOptions options) : DbContext(options)
{
    internal DbSet<RoomRow> Rooms => Set<RoomRow>();

    internal DbSet<PersonRow> Persons => Set<PersonRow>();

    internal DbSet<ChatEntryRow> ChatEntries => Set<ChatEntryRow>();

    /// <summary>The room's texts that have all the words, the last one as a prefix; accents and case do not matter.</summary>
    internal abstract IQueryable<ChatEntryRow> FindTexts(long roomId, IReadOnlyList<string> words);

    /// <summary>Makes the oldest texts that <see cref="FindTexts"/> does not find yet be found.</summary>
    /// <returns>How many entries were looked at: fewer than the limit when there are no more.</returns>
    internal abstract int IndexTexts(int limit);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConferenceDbContext).Assembly);
}
