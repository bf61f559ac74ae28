using Conference.Data.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Data.Chat;

internal sealed class ChatEntryConfiguration : IEntityTypeConfiguration<ChatEntryRow>
{
    public void Configure(EntityTypeBuilder<ChatEntryRow> builder)
    {
        builder.ToTable("ChatEntries");
        builder.Property(entry => entry.Name).HasMaxLength(64);
        builder.Property(entry => entry.Text).HasMaxLength(4000);
        builder.Property(entry => entry.MessageId)
            .HasConversion(text => Convert.FromHexString(text!), bytes => Convert.ToHexStringLower(bytes));

        builder.HasIndex(entry => new { entry.RoomId, entry.Sequence }).IsUnique();
        // A person belongs to one room. The id comes first because pages put the time first in it: what is written together lies together,
        // while an index by person takes in another page for nearly every message. A person's texts are found through what the indexer files.
        builder.HasIndex(entry => new { entry.MessageId, entry.PersonKey }).IsUnique();
        builder.HasIndex(entry => new { entry.RoomId, entry.SentAt });
        builder.HasIndex(entry => new { entry.RoomId, entry.Sequence }, "IX_ChatEntries_Calls").HasFilter("\"Kind\" <> 0");

        builder.HasOne<RoomRow>().WithMany().HasForeignKey(entry => entry.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(entry => entry.Person).WithMany().HasForeignKey(entry => entry.PersonKey).OnDelete(DeleteBehavior.Restrict);
    }
}
