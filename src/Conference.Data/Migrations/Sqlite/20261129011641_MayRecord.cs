using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MayRecord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Settings_MayRecord",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Settings_MayRecord",
                table: "Rooms");
        }
    }
}
