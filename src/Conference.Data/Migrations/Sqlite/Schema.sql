CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "Rooms" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Rooms" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE TABLE "Persons" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Persons" PRIMARY KEY AUTOINCREMENT,
    "RoomId" INTEGER NOT NULL,
    "PublicId" TEXT NOT NULL,
    "VisitorId" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "IsHost" INTEGER NOT NULL,
    "FirstAdmittedAt" INTEGER NULL,
    "LastVisitAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Persons_Rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "Rooms" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ChatEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ChatEntries" PRIMARY KEY,
    "RoomId" INTEGER NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "TextCount" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "SentAt" INTEGER NOT NULL,
    "PersonKey" INTEGER NULL,
    "Name" TEXT NULL,
    "MessageId" BLOB NULL,
    "Text" TEXT NULL,
    "CallSeconds" INTEGER NULL,
    "CallPersons" INTEGER NULL,
    CONSTRAINT "FK_ChatEntries_Rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "Rooms" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ChatEntries_Calls" ON "ChatEntries" ("RoomId", "Sequence") WHERE "Kind" <> 0;

CREATE UNIQUE INDEX "IX_ChatEntries_MessageId_PersonKey" ON "ChatEntries" ("MessageId", "PersonKey");

CREATE INDEX "IX_ChatEntries_RoomId_SentAt" ON "ChatEntries" ("RoomId", "SentAt");

CREATE UNIQUE INDEX "IX_ChatEntries_RoomId_Sequence" ON "ChatEntries" ("RoomId", "Sequence");

CREATE UNIQUE INDEX "IX_Persons_RoomId_VisitorId" ON "Persons" ("RoomId", "VisitorId");

CREATE INDEX "IX_Persons_VisitorId" ON "Persons" ("VisitorId");

CREATE UNIQUE INDEX "IX_Rooms_Code" ON "Rooms" ("Code");

CREATE VIRTUAL TABLE ChatSearch USING fts5(
    Text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE ChatPersons (PersonKey INTEGER NOT NULL, Sequence INTEGER NOT NULL, PRIMARY KEY (PersonKey, Sequence)) WITHOUT ROWID;

CREATE TABLE ChatSearchProgress (LastId INTEGER NOT NULL);

INSERT INTO ChatSearchProgress (LastId) VALUES (0);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122221408_Initial', '10.0.15');

