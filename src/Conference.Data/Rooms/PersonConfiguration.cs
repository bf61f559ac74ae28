using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Data.Rooms;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("Persons");
        builder.HasKey(person => person.Key);
        builder.Property(person => person.PublicId).HasMaxLength(16);
        builder.Property(person => person.Name).HasMaxLength(64);
        builder.HasIndex(person => new { person.RoomId, person.VisitorId }).IsUnique();
        builder.HasIndex(person => person.VisitorId);
        builder.HasOne<RoomRow>().WithMany().HasForeignKey(person => person.RoomId).OnDelete(DeleteBehavior.Cascade);
    }
}
