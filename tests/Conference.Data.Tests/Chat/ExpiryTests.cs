using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

/// <summary>A room that keeps its messages for a week.</summary>
public sealed class ExpiryTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;
    private PersonKey _ada;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await _database.CreateRoomAsync();
        await _database.Rooms.ChangeAsync(_room.Id, new RoomChange(KeepDays: 7), CancellationToken.None);
        _ada = await _database.AdmitAsync(_room);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task WhatIsTooOldIsGoneFromEverywhere()
    {
        await SendAsync("Quagga", 300);
        _database.Clock.Advance(TimeSpan.FromDays(4));
        await SendAsync("Zebra", 20);
        await SearchAsync("quagga");
        _database.Clock.Advance(TimeSpan.FromDays(3.5));

        Assert.Equal(300, await ExpireAsync());

        Assert.False(_database.FilesHave("Quagga"));
        Assert.False(_database.FilesHave("quagga"));
        Assert.Equal(Enumerable.Range(301, 20).Select(i => (long)i), (await _database.ReadAllAsync(_room)).Select(entry => entry.Sequence));
        Assert.Equal(20, (await _database.History.SummarizeAsync(_room.Id, CancellationToken.None)).MessageCount);
        Assert.Equal((0L, 20L), ((await SearchAsync("quagga")).Total, (await SearchAsync("zebra")).Total));
        Assert.Equal(0, await ExpireAsync());
    }

    [Fact]
    public async Task AMessageIsKeptAsLongAsItWasPromised()
    {
        await SendAsync("Quagga", 1);
        _database.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(0, await ExpireAsync());

        _database.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, await ExpireAsync());
    }

    [Fact]
    public async Task ARoomThatKeepsItsMessagesLosesNone()
    {
        var other = await _database.CreateRoomAsync();
        await _database.SendAsync(other, await _database.AdmitAsync(other), "Zebra");
        _database.Clock.Advance(TimeSpan.FromDays(10_000));

        Assert.Equal(0, await ExpireAsync());
        Assert.Single(await _database.ReadAllAsync(other));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AChatOfWhichNothingIsLeftGoesOnWhereItWas(bool reopen)
    {
        await SendAsync("Quagga", 100);
        await SearchAsync("quagga");
        _database.Clock.Advance(TimeSpan.FromDays(8));
        await ExpireAsync();
        if (reopen)
        {
            await _database.ReopenAsync();
        }

        Assert.Equal(new ChatSummary(0, null, null), await _database.History.SummarizeAsync(_room.Id, CancellationToken.None));
        var next = await _database.SendAsync(_room, _ada, "Zebra");

        Assert.Equal(101, next.Entry!.Sequence);
        Assert.Equal([101L], (await SearchAsync("zebra")).Sequences);
        Assert.Equal(1, (await _database.History.SummarizeAsync(_room.Id, CancellationToken.None)).MessageCount);
        var page = await _database.History.ReadPageAsync(_room.Id, new ChatPageQuery(PersonId: _ada.Id), CancellationToken.None);
        Assert.Equal(next.Entry, Assert.Single(page.Entries));
    }

    [Fact]
    public async Task DeletedTextsAndLinesOfCallsExpireToo()
    {
        await SendAsync("Quagga", 3);
        await _database.Eraser.DeleteTextsAsync(_room.Id, _ada, DateTimeOffset.MinValue, onDeleted: null, CancellationToken.None);
        await _database.Log.AppendAsync(new ChatAppend(_room.Id, ChatEntryKind.CallStarted, _database.Clock.GetUtcNow(), _ada, "Ada"));
        await _database.Log.AppendAsync(
            new ChatAppend(_room.Id, ChatEntryKind.CallEnded, _database.Clock.GetUtcNow(), CallSeconds: 1, CallPersons: 1));
        _database.Clock.Advance(TimeSpan.FromDays(8));
        await SendAsync("Zebra", 2);

        Assert.Equal(5, await ExpireAsync());

        Assert.Equal([6L, 7L], (await _database.ReadAllAsync(_room)).Select(entry => entry.Sequence));
        Assert.Equal(2, (await _database.History.SummarizeAsync(_room.Id, CancellationToken.None)).MessageCount);
    }

    [Fact]
    public async Task TheLineOfARunningCallStays()
    {
        await _database.Log.AppendAsync(new ChatAppend(_room.Id, ChatEntryKind.CallStarted, _database.Clock.GetUtcNow(), _ada, "Ada"));
        await SendAsync("Quagga", 1);
        _database.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(1, await ExpireAsync());

        Assert.Single(await _database.Rooms.ListOpenCallsAsync(CancellationToken.None));
        await _database.Log.AppendAsync(
            new ChatAppend(_room.Id, ChatEntryKind.CallEnded, _database.Clock.GetUtcNow(), CallSeconds: 1, CallPersons: 1));
        Assert.Equal(1, await ExpireAsync());
        Assert.Equal(3, Assert.Single(await _database.ReadAllAsync(_room)).Sequence);
    }

    [Fact]
    public async Task TheChatGoesOnMeanwhile()
    {
        await SendAsync("Quagga", 500);
        await SearchAsync("quagga");
        _database.Clock.Advance(TimeSpan.FromDays(8));

        var expiring = ExpireAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _database.SendAsync(_room, _ada, $"Zebra {i}")));

        Assert.Equal(500, await expiring);
        Assert.Equal(Enumerable.Range(501, 200).Select(i => (long)i), results.Select(result => result.Entry!.Sequence));
        Assert.Equal(200, (await SearchAsync("zebra")).Total);
        Assert.Equal(200, (await _database.History.SummarizeAsync(_room.Id, CancellationToken.None)).MessageCount);
    }

    private Task<AppendResult[]> SendAsync(string word, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => _database.SendAsync(_room, _ada, $"{word} {i}")));

    private Task<long> ExpireAsync() => _database.Eraser.ExpireAsync(_database.Clock.GetUtcNow(), CancellationToken.None);

    private Task<ChatSearch> SearchAsync(string text) =>
        _database.History.SearchAsync(_room.Id, text, null, 1000, CancellationToken.None);
}
