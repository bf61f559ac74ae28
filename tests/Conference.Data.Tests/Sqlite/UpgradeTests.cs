using System.Text;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data.Tests.Sqlite;

/// <summary>A database of the first version, with a room of one host and one of two.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider _services = null!;

    private IRoomStore Rooms => _services.GetRequiredService<IRoomStore>();

    public async Task InitializeAsync()
    {
        _services = TestDatabase.CreateServices(_folder.Path);
        await using (var context = _services.GetRequiredService<IDbContextFactory<ConferenceDbContext>>().CreateDbContext())
        {
            await context.GetService<IMigrator>().MigrateAsync("Initial");
        }

        using (var connection = new SqliteConnection($"Data Source={_folder.Combine("conference.db")};Pooling=False"))
        {
            connection.Open();
            Fill(connection);
        }

        await _services.GetRequiredService<IConferenceDatabase>().OpenAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task RoomsStayAsOpenAsTheyWere()
    {
        var room = await FindAsync("aaaaaaaaaa");

        Assert.Equal(("Old room", new RoomSettings(), "", 0), (room.Title, room.Settings, room.LobbyMessage, room.KeepDays));
        Assert.Null(room.PasswordHash);
    }

    [Fact]
    public async Task TheOnlyHostOwnsTheRoomAndWhoWasThereWasAdmitted()
    {
        var persons = await Rooms.ListPersonsAsync((await FindAsync("aaaaaaaaaa")).Id, CancellationToken.None);

        Assert.Equal([("Ada", true, true), ("Bob", false, false)], persons.Select(person => (person.Name, person.IsHost, person.IsOwner)));
        Assert.All(persons, person => Assert.Equal((PersonAccess.Admitted, Now), (person.Access, person.AccessAt)));
    }

    [Fact]
    public async Task OfSeveralHostsNobodyIsTheOwner()
    {
        var room = await FindAsync("bbbbbbbbbb");
        var persons = await Rooms.ListPersonsAsync(room.Id, CancellationToken.None);
        var absent = await Rooms.FindPersonAsync(room.Id, new Guid(new byte[16]), CancellationToken.None);

        Assert.All(persons, person => Assert.True(person is { IsHost: true, IsOwner: false }));
        Assert.True(absent is { IsHost: true, Access: PersonAccess.None, AccessAt: null });
    }

    [Fact]
    public async Task TheChatIsThereAndFoundAndGoesOn()
    {
        var room = await FindAsync("aaaaaaaaaa");
        var history = _services.GetRequiredService<IChatHistory>();
        var ada = (await Rooms.ListPersonsAsync(room.Id, CancellationToken.None))[0].Key;

        var sent = await _services.GetRequiredService<IChatLog>().AppendAsync(
            new ChatAppend(room.Id, ChatEntryKind.Text, Now, ada, "Ada", Guid.NewGuid().ToString("N"), "Quagga again"));
        var found = await history.SearchAsync(room.Id, "quagga", ada.Id, 10, CancellationToken.None);
        var page = await history.ReadPageAsync(room.Id, new ChatPageQuery(PersonId: ada.Id), CancellationToken.None);

        Assert.Equal(2, sent.Entry!.Sequence);
        Assert.Equal([2L, 1L], found.Sequences);
        Assert.Equal(["Quagga", "Quagga again"], page.Entries.Select(entry => entry.Text));
        Assert.Equal(2, (await history.SummarizeAsync(room.Id, CancellationToken.None)).MessageCount);
    }

    [Fact]
    public async Task WhatTheOldServerLeftLyingAboutIsGoneAfterADay()
    {
        Assert.Contains("Okapi", ReadFiles(), StringComparison.Ordinal);

        await _services.GetRequiredService<IChatEraser>().ExpireAsync(Now.AddDays(1), CancellationToken.None);

        Assert.DoesNotContain("Okapi", ReadFiles(), StringComparison.Ordinal);
        Assert.Contains("Quagga", ReadFiles(), StringComparison.Ordinal);
    }

    private static void Fill(SqliteConnection connection)
    {
        var at = Now.ToUnixTimeMilliseconds();
        TestDatabase.Execute(
            connection,
            $"""
            PRAGMA secure_delete=OFF;
            INSERT INTO Rooms (Id, Code, Title, CreatedAt) VALUES (1, 'aaaaaaaaaa', 'Old room', {at}), (2, 'bbbbbbbbbb', '', {at});
            INSERT INTO Persons (Key, RoomId, PublicId, VisitorId, Name, IsHost, FirstAdmittedAt, LastVisitAt) VALUES
                (1, 1, 'ada1', randomblob(16), 'Ada', 1, {at - 1}, {at}), (2, 1, 'bob1', randomblob(16), 'Bob', 0, {at}, {at}),
                (3, 2, 'ada2', randomblob(16), 'Ada', 1, {at}, {at}), (4, 2, 'cy2', zeroblob(16), '', 1, NULL, {at});
            INSERT INTO ChatEntries (Id, RoomId, Sequence, TextCount, Kind, SentAt, PersonKey, Name, MessageId, Text) VALUES
                (1, 1, 1, 1, 0, {at}, 1, 'Ada', randomblob(16), 'Quagga'), (2, 1, 2, 2, 0, {at}, 1, 'Ada', randomblob(16), 'Okapi');
            INSERT INTO ChatSearch (rowid, Text) VALUES (1, 'r1xQuagga');
            INSERT INTO ChatPersons (PersonKey, Sequence) VALUES (1, 1);
            UPDATE ChatSearchProgress SET LastId = 1;
            DELETE FROM ChatEntries WHERE Id = 2;
            """);
    }

    private async Task<RoomRecord> FindAsync(string letters)
    {
        Assert.True(RoomCode.TryParse(letters, out var code));
        return (await Rooms.FindAsync(code, CancellationToken.None))!;
    }

    private string ReadFiles() => Encoding.Latin1.GetString(DatabaseFiles.Read(_folder.Path));
}
