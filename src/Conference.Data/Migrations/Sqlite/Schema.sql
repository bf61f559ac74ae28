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

ALTER TABLE "Rooms" ADD "ErasedTexts" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "HostLinkExpiresAt" INTEGER NULL;

ALTER TABLE "Rooms" ADD "HostLinkHash" BLOB NULL;

ALTER TABLE "Rooms" ADD "HostLinkIssuerKey" INTEGER NULL;

ALTER TABLE "Rooms" ADD "IsDeleted" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "KeepDays" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "LobbyMessage" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Rooms" ADD "PasswordHash" TEXT NULL;

ALTER TABLE "Rooms" ADD "Settings_Lobby" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "Settings_Locked" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "Settings_MayChat" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Rooms" ADD "Settings_MayReact" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Rooms" ADD "Settings_MayRename" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Rooms" ADD "Settings_MayShareScreens" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Rooms" ADD "Settings_MayUnmute" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Rooms" ADD "TailSequence" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "TailTextCount" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "TokensFrom" INTEGER NULL;

ALTER TABLE "Persons" ADD "Access" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Persons" ADD "AccessAt" INTEGER NULL;

ALTER TABLE "Persons" ADD "IsOwner" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "ChatEntries" ADD "IsDeleted" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "AuditLines" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditLines" PRIMARY KEY AUTOINCREMENT,
    "RoomId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "PersonKey" INTEGER NOT NULL,
    "ByName" TEXT NOT NULL,
    "Action" INTEGER NOT NULL,
    "Target" TEXT NULL,
    CONSTRAINT "FK_AuditLines_Rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "Rooms" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AuditLines_RoomId_Id" ON "AuditLines" ("RoomId", "Id");

UPDATE Persons SET IsOwner = 1
WHERE IsHost = 1 AND (SELECT count(*) FROM Persons AS host WHERE host.RoomId = Persons.RoomId AND host.IsHost = 1) = 1;

UPDATE Persons SET Access = 3, AccessAt = LastVisitAt WHERE FirstAdmittedAt IS NOT NULL;

DROP TABLE "ChatSearch";

CREATE VIRTUAL TABLE ChatSearch USING fts5(Text, content='', tokenize='unicode61 remove_diacritics 2');

INSERT INTO ChatSearch (ChatSearch, rank) VALUES ('secure-delete', 1);

DELETE FROM ChatPersons;

UPDATE ChatSearchProgress SET LastId = 0;

CREATE TABLE ChatTraces (Since INTEGER NOT NULL);

INSERT INTO ChatTraces (Since) SELECT 0 WHERE EXISTS (SELECT 1 FROM ChatEntries);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125122403_HostControl', '10.0.15');

ALTER TABLE "Rooms" ADD "Settings_MayRecord" INTEGER NOT NULL DEFAULT 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129011641_MayRecord', '10.0.15');

ALTER TABLE "Rooms" ADD "Settings_AudioOnly" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Rooms" ADD "Settings_RelayOnly" INTEGER NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129021100_RelayAndAudioOnly', '10.0.15');

