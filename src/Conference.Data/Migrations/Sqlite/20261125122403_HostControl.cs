using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HostControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedTexts",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "HostLinkExpiresAt",
                table: "Rooms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "HostLinkHash",
                table: "Rooms",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HostLinkIssuerKey",
                table: "Rooms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeepDays",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LobbyMessage",
                table: "Rooms",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PasswordHash",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_Lobby",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_Locked",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_MayChat",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_MayReact",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_MayRename",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_MayShareScreens",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_MayUnmute",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<long>(
                name: "TailSequence",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "TailTextCount",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "TokensFrom",
                table: "Rooms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Access",
                table: "Persons",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "AccessAt",
                table: "Persons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOwner",
                table: "Persons",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "ChatEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AuditLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoomId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditLines_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditLines_RoomId_Id",
                table: "AuditLines",
                columns: new[] { "RoomId", "Id" });

            // Who opened a room is its only host as long as nobody else was made one.
            migrationBuilder.Sql(
                """
                UPDATE Persons SET IsOwner = 1
                WHERE IsHost = 1 AND (SELECT count(*) FROM Persons AS host WHERE host.RoomId = Persons.RoomId AND host.IsHost = 1) = 1;
                """);

            // Until now nobody had to ask.
            migrationBuilder.Sql("UPDATE Persons SET Access = 3, AccessAt = LastVisitAt WHERE FirstAdmittedAt IS NOT NULL;");

            // Once more, and empty: this one takes out a text word by word, where the former only marked it as gone. The next
            // search or message fills it.
            migrationBuilder.DropTable(name: "ChatSearch");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE ChatSearch USING fts5(Text, content='', tokenize='unicode61 remove_diacritics 2');");
            migrationBuilder.Sql("INSERT INTO ChatSearch (ChatSearch, rank) VALUES ('secure-delete', 1);");
            migrationBuilder.Sql("DELETE FROM ChatPersons;");
            migrationBuilder.Sql("UPDATE ChatSearchProgress SET LastId = 0;");

            // Since when the file may have traces of what was deleted; no row while it has none. What was deleted until now was not overwritten.
            migrationBuilder.Sql("CREATE TABLE ChatTraces (Since INTEGER NOT NULL);");
            migrationBuilder.Sql("INSERT INTO ChatTraces (Since) SELECT 0 WHERE EXISTS (SELECT 1 FROM ChatEntries);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ChatTraces");
            migrationBuilder.DropTable(name: "ChatSearch");
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE ChatSearch USING fts5(
                    Text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
                """);
            migrationBuilder.Sql("DELETE FROM ChatPersons;");
            migrationBuilder.Sql("UPDATE ChatSearchProgress SET LastId = 0;");

            migrationBuilder.DropTable(
                name: "AuditLines");

            migrationBuilder.DropColumn(
                name: "ErasedTexts",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "HostLinkExpiresAt",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "HostLinkHash",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "HostLinkIssuerKey",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "IsDeleted",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "KeepDays",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "LobbyMessage",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "PasswordHash",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_Lobby",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_Locked",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_MayChat",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_MayReact",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_MayRename",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_MayShareScreens",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Settings_MayUnmute",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "TailSequence",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "TailTextCount",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "TokensFrom",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "Access",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "AccessAt",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "IsOwner",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "IsDeleted",
                table: "ChatEntries");
        }
    }
}
