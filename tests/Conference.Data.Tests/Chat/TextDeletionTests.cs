using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

/// <summary>Deleting a person's texts. The word is written with a capital, and stands in the index without it.</summary>
public sealed class TextDeletionTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;
    private PersonKey _eve;
    private PersonKey _bob;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await _database.CreateRoomAsync();
        _eve = await _database.AdmitAsync(_room, "Eve");
        _bob = await _database.AdmitAsync(_room, "Bob");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NothingIsLeftOfATextInTheFiles(bool isIndexed)
    {
        for (var i = 0; i < 150; i++)
        {
            await Task.WhenAll(_database.SendAsync(_room, _eve, $"Quagga {i}"), _database.SendAsync(_room, _bob, $"Zebra {i}"));
        }

        if (isIndexed)
        {
            Assert.Equal(150, (await SearchAsync("quagga")).Total);
            Assert.True(_database.FilesHave("quagga"));
        }

        Assert.True(_database.FilesHave("Quagga"));

        var places = await DeleteAsync();

        Assert.Equal(150, places.Count);
        Assert.False(_database.FilesHave("Quagga"));
        Assert.False(_database.FilesHave("quagga"));
        Assert.Equal(0, (await SearchAsync("quagga")).Total);
        Assert.Equal(150, (await SearchAsync("zebra")).Total);
        Assert.False(_database.FilesHave("quagga"));
    }

    [Fact]
    public async Task ALongTextIsGoneToo()
    {
        await _database.SendAsync(_room, _eve, string.Join(' ', Enumerable.Range(0, 400).Select(i => $"Quagga{i}")));
        await SearchAsync("quagga");

        await DeleteAsync();

        Assert.False(_database.FilesHave("Quagga"));
        Assert.False(_database.FilesHave("quagga"));
    }

    [Fact]
    public async Task OnlyThatPersonsTextsSinceThatTimeAreDeletedAndTheirPlacesStay()
    {
        await _database.SendAsync(_room, _eve, "before");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = _database.Clock.GetUtcNow();
        await _database.Log.AppendAsync(new ChatAppend(_room.Id, ChatEntryKind.CallStarted, since, _eve, "Eve"));
        var sent = await _database.SendAsync(_room, _eve, "spam");
        await _database.SendAsync(_room, _bob, "stays");
        await _database.SendAsync(_room, _eve, "spam again");

        var places = await _database.Eraser.DeleteTextsAsync(_room.Id, _eve, since, onDeleted: null, CancellationToken.None);

        Assert.Equal([3L, 5L], places);
        var entries = await _database.ReadAllAsync(_room);
        Assert.Equal([1L, 2L, 3L, 4L, 5L], entries.Select(entry => entry.Sequence));
        Assert.Equal(["before", null, null, "stays", null], entries.Select(entry => entry.Text));
        Assert.Equal([false, false, true, false, true], entries.Select(entry => entry.IsDeleted));
        Assert.Equal(sent.Entry! with { Text = null, IsDeleted = true }, entries[2]);
        Assert.Empty(await _database.Eraser.DeleteTextsAsync(_room.Id, _eve, since, onDeleted: null, CancellationToken.None));
    }

    [Fact]
    public async Task WhatIsDeletedIsNeitherFoundNorCountedNorTheLastMessage()
    {
        await _database.SendAsync(_room, _bob, "first");
        _database.Clock.Advance(TimeSpan.FromDays(1));
        var now = _database.Clock.GetUtcNow();
        await _database.SendAsync(_room, _eve, "last");
        await SearchAsync("last");

        await DeleteAsync();

        var person = (await _database.Rooms.FindPersonAsync(_room.Id, _bob.Id, CancellationToken.None))!;
        var visited = Assert.Single(await _database.Rooms.ListVisitedAsync(person.VisitorId, 50, CancellationToken.None));
        Assert.Equal("first", visited.LastMessage!.Text);
        Assert.Equal(now.AddDays(-1), visited.LastActiveAt);
        Assert.Equal(
            new ChatSummary(1, now.AddDays(-1), now.AddDays(-1)), await _database.History.SummarizeAsync(_room.Id, CancellationToken.None));
        Assert.Equal(
            [false], await _database.History.HasMessagesAsync(_room.Id, [new TimeInterval(now, now.AddDays(1))], CancellationToken.None));
        var page = await _database.History.ReadPageAsync(_room.Id, new ChatPageQuery(PersonId: _eve.Id), CancellationToken.None);
        Assert.Empty(page.Entries);
    }

    [Fact]
    public async Task TheChatCountsOnAsBefore()
    {
        await _database.SendAsync(_room, _bob, "one");
        await _database.SendAsync(_room, _eve, "two");
        await DeleteAsync();

        var next = await _database.SendAsync(_room, _bob, "three");
        await _database.ReopenAsync();
        var last = await _database.SendAsync(_room, _bob, "four");

        Assert.Equal((3L, 4L), (next.Entry!.Sequence, last.Entry!.Sequence));
        Assert.Equal(3, (await _database.History.SummarizeAsync(_room.Id, CancellationToken.None)).MessageCount);
    }

    [Theory]
    [InlineData("Quagga")]
    [InlineData("another text")]
    public async Task ADeletedMessageSentAgainStaysDeleted(string text)
    {
        var id = Guid.NewGuid().ToString("N");
        var first = await _database.SendAsync(_room, _eve, "Quagga", id);
        await DeleteAsync();

        var again = await _database.SendAsync(_room, _eve, text, id);

        Assert.Equal(new AppendResult(AppendStatus.Repeated, first.Entry! with { Text = null, IsDeleted = true }), again);
        Assert.Equal(0, (await SearchAsync(text)).Total);
        Assert.False(_database.FilesHave("Quagga"));
        Assert.Single(await _database.ReadAllAsync(_room));
    }

    [Fact]
    public async Task WhatIsOnItsWayToTheDiskIsDeletedToo()
    {
        for (var round = 0; round < 10; round++)
        {
            var sending = Enumerable.Range(0, 10).Select(i => _database.SendAsync(_room, _eve, $"Quagga {i}")).ToList();

            var places = await DeleteAsync();

            Assert.Equal((await Task.WhenAll(sending)).Select(result => result.Entry!.Sequence), places);
            Assert.False(_database.FilesHave("Quagga"));
        }
    }

    [Fact]
    public async Task AReaderKeepsTheLogFromBeingEmptiedUntilTheNextHour()
    {
        await _database.SendAsync(_room, _eve, "Quagga");
        using (var reader = _database.Connect())
        {
            TestDatabase.Execute(reader, "BEGIN; SELECT count(*) FROM ChatEntries");

            Assert.Equal([1L], await DeleteAsync());

            Assert.Equal(AppendStatus.Stored, (await _database.SendAsync(_room, _bob, "Zebra")).Status);
            Assert.True(_database.FilesHave("Quagga"));
        }

        await _database.Eraser.ExpireAsync(_database.Clock.GetUtcNow(), CancellationToken.None);

        Assert.False(_database.FilesHave("Quagga"));
    }

    [Fact]
    public async Task ADeletionThatFailsHalfwayLeavesIndexAndTextsAlike()
    {
        for (var i = 0; i < 100; i++)
        {
            await _database.SendAsync(_room, _eve, $"Quagga {i}");
        }

        await SearchAsync("quagga");
        _database.Execute("CREATE TRIGGER Crash BEFORE UPDATE ON ChatEntries WHEN old.Sequence = 80 BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END");
        await Assert.ThrowsAnyAsync<Exception>(DeleteAsync);
        await _database.ReopenAsync();
        var left = (await _database.ReadAllAsync(_room)).Where(entry => !entry.IsDeleted).Select(entry => entry.Sequence).Reverse().ToList();

        Assert.Equal(left, (await SearchAsync("quagga")).Sequences);
        Assert.Equal(left.Count, (await _database.History.SummarizeAsync(_room.Id, CancellationToken.None)).MessageCount);
        _database.Execute("DROP TRIGGER Crash");
        Assert.Equal(left.Order(), await DeleteAsync());
        Assert.False(_database.FilesHave("Quagga"));
    }

    private Task<IReadOnlyList<long>> DeleteAsync() =>
        _database.Eraser.DeleteTextsAsync(_room.Id, _eve, DateTimeOffset.MinValue, onDeleted: null, CancellationToken.None);

    private Task<ChatSearch> SearchAsync(string text) =>
        _database.History.SearchAsync(_room.Id, text, null, 1000, CancellationToken.None);
}
