using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Conference.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Rooms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rooms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoomId = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    VisitorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsHost = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstAdmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastVisitAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Persons_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    RoomId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    TextCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    MessageId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CallSeconds = table.Column<long>(type: "INTEGER", nullable: true),
                    CallPersons = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatEntries", x => x.Id);
                    // No constraint for PersonKey: without an index by person, which would cost each message a page, the end of a person
                    // would read the whole table. Persons end with their room only, and so do its entries.
                    table.ForeignKey(
                        name: "FK_ChatEntries_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChatEntries_Calls",
                table: "ChatEntries",
                columns: new[] { "RoomId", "Sequence" },
                filter: "\"Kind\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_ChatEntries_MessageId_PersonKey",
                table: "ChatEntries",
                columns: new[] { "MessageId", "PersonKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChatEntries_RoomId_SentAt",
                table: "ChatEntries",
                columns: new[] { "RoomId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatEntries_RoomId_Sequence",
                table: "ChatEntries",
                columns: new[] { "RoomId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_RoomId_VisitorId",
                table: "Persons",
                columns: new[] { "RoomId", "VisitorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_VisitorId",
                table: "Persons",
                column: "VisitorId");

            migrationBuilder.CreateIndex(
                name: "IX_Rooms_Code",
                table: "Rooms",
                column: "Code",
                unique: true);

            // The words of the texts, found again by the entry's Id. It keeps no copy of the text.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE ChatSearch USING fts5(
                    Text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
                """);

            // Where each person's texts are. Filled with the words, many at once: an index of ChatEntries would cost every message a page.
            migrationBuilder.Sql(
                "CREATE TABLE ChatPersons (PersonKey INTEGER NOT NULL, Sequence INTEGER NOT NULL, PRIMARY KEY (PersonKey, Sequence)) WITHOUT ROWID;");

            // Up to which entry both were taken in.
            migrationBuilder.Sql("CREATE TABLE ChatSearchProgress (LastId INTEGER NOT NULL);");
            migrationBuilder.Sql("INSERT INTO ChatSearchProgress (LastId) VALUES (0);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ChatSearchProgress");
            migrationBuilder.DropTable(name: "ChatPersons");
            migrationBuilder.DropTable(name: "ChatSearch");

            migrationBuilder.DropTable(
                name: "ChatEntries");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Rooms");
        }
    }
}
