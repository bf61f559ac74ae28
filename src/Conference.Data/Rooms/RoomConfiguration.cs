using Conference.Core.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Data.Rooms;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<RoomRow>
{
    public void Configure(EntityTypeBuilder<RoomRow> builder)
    {
        builder.ToTable("Rooms");
        builder.Property(room => room.Code).HasMaxLength(10);
        builder.Property(room => room.Title).HasMaxLength(80);
        builder.Property(room => room.LobbyMessage).HasMaxLength(RoomRecord.LobbyMessageLimit);
        builder.ComplexProperty(room => room.Settings);
        builder.HasIndex(room => room.Code).IsUnique();
    }
}
