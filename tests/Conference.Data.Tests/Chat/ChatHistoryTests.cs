using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

public sealed class ChatHistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;
    private PersonKey _ada;
    private PersonKey _bob;

    /// <summary>Ten messages a minute apart, 1, 4, 7 and 10 by Bob; another room with other texts.</summary>
    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await _database.CreateRoomAsync();
        _ada = await _database.AdmitAsync(_room);
        _bob = await _database.AdmitAsync(_room, "Bob");
        for (var i = 1; i <= 10; i++)
        {
            await _database.SendAsync(_room, i % 3 == 1 ? _bob : _ada, $"message {i}");
            _database.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<ChatPageQuery, int[], bool, bool> Pages => new()
    {
        { new ChatPageQuery(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false, false },
        { new ChatPageQuery(Limit: 3), [8, 9, 10], true, false },
        { new ChatPageQuery(Before: 8, Limit: 3), [5, 6, 7], true, true },
        { new ChatPageQuery(Before: 4, Limit: 3), [1, 2, 3], false, true },
        { new ChatPageQuery(Before: 1), [], false, true },
        { new ChatPageQuery(Before: long.MinValue), [], false, true },
        { new ChatPageQuery(Before: long.MaxValue, Limit: 1), [10], true, false },
        { new ChatPageQuery(After: 0, Limit: 2), [1, 2], false, true },
        { new ChatPageQuery(After: 7, Limit: 3), [8, 9, 10], true, false },
        { new ChatPageQuery(After: 10), [], true, false },
        { new ChatPageQuery(After: long.MaxValue), [], true, false },
        { new ChatPageQuery(Around: 5, Limit: 4), [3, 4, 5, 6], true, true },
        { new ChatPageQuery(Around: 1, Limit: 4), [1, 2, 3, 4], false, true },
        { new ChatPageQuery(Around: 10, Limit: 4), [8, 9, 10], true, false },
        { new ChatPageQuery(Around: 5, Limit: 1), [5], true, true },
        { new ChatPageQuery(From: Start.AddMinutes(2.5), Limit: 2), [4, 5], true, true },
        { new ChatPageQuery(From: Start.AddMinutes(3), Limit: 2), [4, 5], true, true },
        { new ChatPageQuery(From: DateTimeOffset.MinValue, Limit: 1), [1], false, true },
        { new ChatPageQuery(From: Start.AddDays(1)), [], true, false },
        { new ChatPageQuery(PersonId: "bob"), [1, 4, 7, 10], false, false },
        { new ChatPageQuery(PersonId: "bob", Before: 10, Limit: 2), [4, 7], true, true },
        { new ChatPageQuery(PersonId: "bob", From: Start.AddMinutes(4), Limit: 1), [7], true, true },
        { new ChatPageQuery(PersonId: "nobody"), [], false, false },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APageHasWhatWasAskedForAndTellsWhatIsAroundIt(ChatPageQuery query, int[] sequences, bool hasEarlier, bool hasLater)
    {
        var page = await _database.History.ReadPageAsync(
            _room.Id, query.PersonId == "bob" ? query with { PersonId = _bob.Id } : query, CancellationToken.None);

        Assert.Equal(sequences, page.Entries.Select(entry => (int)entry.Sequence));
        Assert.Equal((hasEarlier, hasLater), (page.HasEarlier, page.HasLater));
    }

    [Fact]
    public async Task AnEmptyRoomHasAnEmptyPage()
    {
        var room = await _database.CreateRoomAsync();

        var page = await _database.History.ReadPageAsync(room.Id, new ChatPageQuery(), CancellationToken.None);

        Assert.Empty(page.Entries);
        Assert.False(page.HasEarlier || page.HasLater);
        Assert.Equal(new ChatSummary(0, null, null), await _database.History.SummarizeAsync(room.Id, CancellationToken.None));
    }

    [Fact]
    public async Task APersonOfAnotherRoomFindsNothingHere()
    {
        var other = await _database.CreateRoomAsync();
        var stranger = await _database.AdmitAsync(other);
        await _database.SendAsync(other, stranger, "message elsewhere");

        var page = await _database.History.ReadPageAsync(_room.Id, new ChatPageQuery(PersonId: stranger.Id), CancellationToken.None);
        var found = await _database.History.SearchAsync(_room.Id, "elsewhere", null, 10, CancellationToken.None);

        Assert.Empty(page.Entries);
        Assert.Equal(0, found.Total);
    }

    [Fact]
    public async Task TheSummaryCountsTextsAndTellsTheFirstAndTheLast()
    {
        var now = _database.Clock.GetUtcNow();
        await _database.Log.AppendAsync(new ChatAppend(_room.Id, ChatEntryKind.CallEnded, now, CallSeconds: 1, CallPersons: 1));

        var summary = await _database.History.SummarizeAsync(_room.Id, CancellationToken.None);

        Assert.Equal(new ChatSummary(10, Start, Start.AddMinutes(9)), summary);
    }

    [Fact]
    public async Task IntervalsSayWhetherTheyHaveTexts()
    {
        var now = Start.AddHours(2);
        await _database.Log.AppendAsync(new ChatAppend(_room.Id, ChatEntryKind.CallStarted, now, _ada, "Ada"));

        var has = await _database.History.HasMessagesAsync(
            _room.Id,
            [
                new TimeInterval(Start.AddHours(-1), Start),
                new TimeInterval(Start, Start.AddTicks(TimeSpan.TicksPerMillisecond)),
                new TimeInterval(Start.AddMinutes(9.5), Start.AddHours(1)),
                new TimeInterval(now, now.AddHours(1)),
            ],
            CancellationToken.None);

        Assert.Equal([false, true, false, false], has);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("'; DROP TABLE ChatEntries; --")]
    [InlineData("a\nb\tc  d")]
    [InlineData("\U0001F468‍\U0001F469‍\U0001F467 \u2028 é é")]
    public async Task ATextComesBackAsItWasSent(string text)
    {
        var sent = await _database.SendAsync(_room, _ada, text);

        Assert.Equal(text, (await _database.ReadAllAsync(_room))[^1].Text);
        Assert.Equal(sent.Entry, (await _database.ReadAllAsync(_room))[^1]);
    }
}
