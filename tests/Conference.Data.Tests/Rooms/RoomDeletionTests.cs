using Conference.Core.Chat;
using Conference.Core.Rooms;
using Microsoft.Data.Sqlite;

namespace Conference.Data.Tests.Rooms;

public sealed class RoomDeletionTests : IAsyncLifetime
{
    private readonly Guid _owner = Guid.NewGuid();
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;
    private PersonKey _ada;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await Store.CreateAsync("Pangolin", _owner, CancellationToken.None);
        _ada = await _database.AdmitAsync(_room, "Okapi");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _database.SendAsync(_room, _ada, $"Quagga {i}")));
        await _database.History.SearchAsync(_room.Id, "quagga", null, 1, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task NothingIsLeftOfARoomInTheFiles()
    {
        var other = await Store.CreateAsync("Aardvark", _owner, CancellationToken.None);
        Assert.All(["Pangolin", "Okapi", "Quagga", "quagga"], word => Assert.True(_database.FilesHave(word)));

        await Store.DeleteAsync(_room.Id, CancellationToken.None);

        Assert.All(["Pangolin", "Okapi", "Quagga", "quagga", _room.Code.Letters], word => Assert.False(_database.FilesHave(word)));
        Assert.Null(await Store.FindAsync(_room.Code, CancellationToken.None));
        Assert.Equal("Aardvark", Assert.Single(await Store.ListVisitedAsync(_owner, 50, CancellationToken.None)).Room.Title);
        Assert.Equal(other, await Store.FindAsync(other.Code, CancellationToken.None));
    }

    [Fact]
    public async Task ADeletionThatWasCutShortIsFinishedLaterAndNobodySeesTheRest()
    {
        await _database.Log.AppendAsync(new ChatAppend(_room.Id, ChatEntryKind.CallStarted, _database.Clock.GetUtcNow(), _ada, "Ada"));
        _database.Execute("CREATE TRIGGER Crash BEFORE DELETE ON ChatEntries WHEN old.Sequence = 100 BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END");
        await Assert.ThrowsAsync<SqliteException>(() => Store.DeleteAsync(_room.Id, CancellationToken.None));
        _database.Execute("DROP TRIGGER Crash");
        await _database.ReopenAsync();

        Assert.Null(await Store.FindAsync(_room.Code, CancellationToken.None));
        Assert.Null(await Store.ChangeAsync(_room.Id, new RoomChange("back"), CancellationToken.None));
        Assert.Empty(await Store.ListVisitedAsync(_owner, 50, CancellationToken.None));
        Assert.Empty(await Store.ListOpenCallsAsync(CancellationToken.None));
        Assert.True(_database.FilesHave("Quagga"));

        Assert.InRange(await _database.Eraser.ExpireAsync(_database.Clock.GetUtcNow(), CancellationToken.None), 1, 200);

        Assert.All(["Pangolin", "Okapi", "Quagga", "quagga"], word => Assert.False(_database.FilesHave(word)));
    }

    [Fact]
    public async Task WhatComesForADeletedRoomFailsAlone()
    {
        var late = new ChatAppend(_room.Id, ChatEntryKind.CallEnded, _database.Clock.GetUtcNow(), CallSeconds: 60, CallPersons: 1);
        var other = await _database.CreateRoomAsync();
        var bob = await _database.AdmitAsync(other);
        await Store.DeleteAsync(_room.Id, CancellationToken.None);

        Task<AppendResult>[] sending;
        // While the gate is closed, they gather to one batch.
        using (await _database.Get<WriteGate>().EnterAsync(CancellationToken.None))
        {
            sending =
            [
                _database.SendAsync(other, bob, "one"), _database.SendAsync(_room, _ada, "late"), _database.Log.AppendAsync(late),
                _database.SendAsync(other, bob, "two"),
            ];
        }

        var results = await Task.WhenAll(sending);
        Assert.Equal(
            [AppendStatus.Stored, AppendStatus.Failed, AppendStatus.Failed, AppendStatus.Stored], results.Select(result => result.Status));
        Assert.Equal(["one", "two"], (await _database.ReadAllAsync(other)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task TheOtherRoomsChatGoesOnMeanwhile()
    {
        var other = await _database.CreateRoomAsync();
        var bob = await _database.AdmitAsync(other);

        var deleting = Store.DeleteAsync(_room.Id, CancellationToken.None);
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _database.SendAsync(other, bob, $"Zebra {i}")));
        await deleting;

        Assert.All(results, result => Assert.Equal(AppendStatus.Stored, result.Status));
        var found = await _database.History.SearchAsync(other.Id, "zebra", null, 1000, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i).Reverse(), found.Sequences);
    }
}
