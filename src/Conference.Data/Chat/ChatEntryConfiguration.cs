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
        builder.HasIndex(entry => new { entry.RoomId, entry.PersonKey, entry.MessageId }).IsUnique();
        builder.HasIndex(entry => new { entry.RoomId, entry.SentAt });
        builder.HasIndex(entry => new { entry.PersonKey, entry.Sequence });
        builder.HasIndex(entry => new { entry.RoomId, entry.Sequence }, "IX_ChatEntries_Calls").HasFilter("\"Kind\" <> 0");

        builder.HasOne<RoomRow>().WithMany().HasForeignKey(entry => entry.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(entry => entry.Person).WithMany().HasForeignKey(entry => entry.PersonKey).OnDelete(DeleteBehavior.Restrict);
    }
}
