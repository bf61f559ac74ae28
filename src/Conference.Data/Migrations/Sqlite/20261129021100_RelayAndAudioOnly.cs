using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RelayAndAudioOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Settings_AudioOnly",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_RelayOnly",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Settings_AudioOnly",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_RelayOnly",
                table: "Rooms");
        }
    }
}
