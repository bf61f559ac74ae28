using Conference.Core.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data.Tests.Chat;

public sealed class ChatLogTests : IAsyncLifetime
{
    private readonly RecordingObserver _observer = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() =>
        _database = await TestDatabase.OpenAsync(services => services.AddSingleton<IChatLogObserver>(_observer));

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task PlacesFollowTheOrderOfTheCalls()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);

        var results = await Task.WhenAll(Enumerable.Range(1, 600).Select(i => _database.SendAsync(room, ada, $"{i}")));

        Assert.All(results, result => Assert.Equal(AppendStatus.Stored, result.Status));
        Assert.Equal(Enumerable.Range(1, 600).Select(i => ((long)i, $"{i}")), results.Select(result => (result.Entry!.Sequence, result.Entry.Text!)));
        Assert.Equal(results.Select(result => result.Entry), await _database.ReadAllAsync(room));
    }

    [Fact]
    public async Task ParallelSendersFillEveryRoomWithoutGapsOrDoubles()
    {
        var rooms = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await _database.CreateRoomAsync()));
        var senders = await Task.WhenAll(rooms.SelectMany(room => Enumerable.Range(0, 5).Select(async _ => (room, await _database.AdmitAsync(room)))));

        await Task.WhenAll(senders.Select(async sender =>
        {
            for (var i = 0; i < 40; i++)
            {
                await _database.SendAsync(sender.room, sender.Item2, $"{i}");
            }
        }));

        foreach (var room in rooms)
        {
            var entries = await _database.ReadAllAsync(room);
            Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), entries.Select(entry => entry.Sequence));
            Assert.Equal(200, entries.Select(entry => entry.MessageId).Distinct().Count());
            Assert.Equal(entries, _observer.Heard.Where(heard => heard.RoomId == room.Id).Select(heard => heard.Entry));
        }
    }

    [Fact]
    public async Task AMessageSentAgainGetsTheFirstAnswerAndIsToldOnce()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        var id = Guid.NewGuid().ToString("N");

        var first = await _database.SendAsync(room, ada, "hello", id);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.ReopenAsync();
        var again = await _database.SendAsync(room, ada, "hello", id);
        var next = await _database.SendAsync(room, ada, "next");

        Assert.Equal(new AppendResult(AppendStatus.Repeated, first.Entry), again);
        Assert.Equal(2, next.Entry!.Sequence);
        Assert.Equal(2, _observer.Heard.Count);
    }

    [Fact]
    public async Task TheSameMessageManyTimesAtOnceIsStoredOnce()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        var id = Guid.NewGuid().ToString("N");

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _database.SendAsync(room, ada, "hello", id)));

        Assert.Single(results, result => result.Status == AppendStatus.Stored);
        Assert.Equal(49, results.Count(result => result.Status == AppendStatus.Repeated));
        Assert.Single(results.Select(result => result.Entry).Distinct());
        Assert.Single(await _database.ReadAllAsync(room));
    }

    [Fact]
    public async Task AnIdIsRefusedForAnotherText()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        var id = Guid.NewGuid().ToString("N");

        await _database.SendAsync(room, ada, "hello", id);
        var other = await _database.SendAsync(room, ada, "hullo", id);
        var next = await _database.SendAsync(room, ada, "next");

        Assert.Equal(new AppendResult(AppendStatus.IdReused), other);
        Assert.Equal(2, next.Entry!.Sequence);
    }

    [Fact]
    public async Task TwoPersonsMayUseTheSameId()
    {
        var room = await _database.CreateRoomAsync();
        var id = Guid.NewGuid().ToString("N");

        await _database.SendAsync(room, await _database.AdmitAsync(room), "hello", id);
        var other = await _database.SendAsync(room, await _database.AdmitAsync(room), "hello", id);

        Assert.Equal(AppendStatus.Stored, other.Status);
    }

    [Fact]
    public async Task NobodyHearsOfAMessageThatIsNotOnDiskAndTheSenderIsLast()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        Task<AppendResult>? sending = null;
        var seenByOthers = new List<long>();
        var answeredTooEarly = false;
        _observer.OnEntry = _ =>
        {
            answeredTooEarly |= sending is { IsCompleted: true };
            using var connection = _database.Connect();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM ChatEntries";
            seenByOthers.Add((long)command.ExecuteScalar()!);
        };

        sending = _database.SendAsync(room, ada, "hello");
        await sending;

        Assert.Equal([1], seenByOthers);
        Assert.False(answeredTooEarly);
    }

    [Fact]
    public async Task LinesOfACallTakePlacesButDoNotCount()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        var now = _database.Clock.GetUtcNow();

        await _database.Log.AppendAsync(new ChatAppend(room.Id, ChatEntryKind.CallStarted, now, ada, "Ada"));
        await _database.SendAsync(room, ada, "hello");
        var end = await _database.Log.AppendAsync(new ChatAppend(room.Id, ChatEntryKind.CallEnded, now, CallSeconds: 61, CallPersons: 2));

        Assert.Equal(new ChatEntry(3, ChatEntryKind.CallEnded, now, CallSeconds: 61, CallPersons: 2), end.Entry);
        Assert.Equal(3, (await _database.ReadAllAsync(room)).Count);
        Assert.Equal(1, (await _database.History.SummarizeAsync(room.Id, CancellationToken.None)).MessageCount);
    }

    [Fact]
    public async Task WhatIsQueuedAtTheEndIsWrittenAndWhatComesLaterIsNot()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        var log = _database.Log;

        var sending = Enumerable.Range(0, 700).Select(i => log.AppendAsync(_database.Message(room, ada, $"{i}"))).ToList();
        await _database.CloseAsync();
        var late = await log.AppendAsync(_database.Message(room, ada, "late"));
        await _database.ReopenAsync();

        Assert.All(await Task.WhenAll(sending), result => Assert.Equal(AppendStatus.Stored, result.Status));
        Assert.Equal(AppendStatus.Failed, late.Status);
        Assert.Equal(700, (await _database.ReadAllAsync(room)).Count);
    }

    [Fact]
    public async Task AListenerThatFailsHarmsNobody()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        _observer.OnEntry = _ => throw new InvalidOperationException("Not listening.");

        var first = await _database.SendAsync(room, ada, "one");
        var second = await _database.SendAsync(room, ada, "two");

        Assert.Equal([1L, 2L], new[] { first, second }.Select(result => result.Entry!.Sequence));
    }
}
