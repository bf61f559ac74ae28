using Conference.Data.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Data.Audit;

internal sealed class AuditLineConfiguration : IEntityTypeConfiguration<AuditLineRow>
{
    public void Configure(EntityTypeBuilder<AuditLineRow> builder)
    {
        builder.ToTable("AuditLines");
        builder.Property(line => line.ByName).HasMaxLength(64);
        builder.HasIndex(line => new { line.RoomId, line.Id });

        // No constraint for the person: persons end with their room only, and so do its lines.
        builder.HasOne<RoomRow>().WithMany().HasForeignKey(line => line.RoomId).OnDelete(DeleteBehavior.Cascade);
    }
}
