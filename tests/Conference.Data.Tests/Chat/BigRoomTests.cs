using System.Diagnostics;
using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

/// <summary>A room with 100,000 messages beside one with ten: what people do takes about as long in both.</summary>
public sealed class BigRoomTests(BigRoomFixture rooms) : IClassFixture<BigRoomFixture>
{
    private const int Rounds = 15;
    // Both need the same few rows; the rest is what a busy machine does even to the fastest of fifteen.
    private const double MostTimes = 5;

    private readonly TestDatabase _database = rooms.Database;
    private readonly RoomRecord _big = rooms.Big;
    private readonly RoomRecord _small = rooms.Small;

    [Fact]
    public async Task OpensAsFastAsASmallOne() => await CompareAsync(room => ReadAsync(room, new ChatPageQuery(Limit: 10)));

    [Fact]
    public async Task ScrollsInTheMiddleAsFastAsASmallOne() => await CompareAsync(
        room => ReadAsync(room, new ChatPageQuery(Around: room == _big ? BigRoomFixture.Count / 2 : 5, Limit: 10)));

    [Fact]
    public async Task GoesToADateAsFastAsASmallOne() => await CompareAsync(
        room => ReadAsync(room, new ChatPageQuery(From: Time(room == _big ? BigRoomFixture.Count / 2 : 2), Limit: 5)));

    [Fact]
    public async Task ListsARareWriterAsFastAsASmallOne() => await CompareAsync(
        room => ReadAsync(room, new ChatPageQuery(PersonId: room == _big ? rooms.RareInBig.Id : rooms.RareInSmall.Id)));

    [Fact]
    public async Task ListsABusyWriterAsFastAsASmallOne() => await CompareAsync(
        room => ReadAsync(room, new ChatPageQuery(PersonId: room == _big ? rooms.BusyInBig.Id : rooms.BusyInSmall.Id, Limit: 5)));

    [Fact]
    public async Task ScrollsABusyWriterAsFastAsASmallOne() => await CompareAsync(
        room => ReadAsync(room, new ChatPageQuery(
            Before: room == _big ? BigRoomFixture.Count / 2 : 8, PersonId: room == _big ? rooms.BusyInBig.Id : rooms.BusyInSmall.Id, Limit: 5)));

    [Fact]
    public async Task CountsAsFastAsASmallOne() => await CompareAsync(async room =>
    {
        var summary = await _database.History.SummarizeAsync(room.Id, CancellationToken.None);
        Assert.Equal(room == _big ? BigRoomFixture.Count : 10, summary.MessageCount);
    });

    [Fact]
    public async Task KnowsItsDaysAsFastAsASmallOne() => await CompareAsync(room => _database.History.HasMessagesAsync(
        room.Id, [.. Enumerable.Range(0, 31).Select(day => new TimeInterval(Time(day * 1440), Time((day + 1) * 1440)))], CancellationToken.None));

    [Fact]
    public async Task FindsARareWordAsFastAsASmallOne() => await CompareAsync(async room =>
    {
        var found = await _database.History.SearchAsync(room.Id, "needle", null, 1000, CancellationToken.None);
        Assert.Equal([5L], found.Sequences);
    });

    [Fact]
    public async Task ASmallRoomIsSearchedWithoutReadingTheBigOne()
    {
        // "word" stands in every message of both rooms.
        var rare = await FastestAsync(() => _database.History.SearchAsync(_small.Id, "needle", null, 1000, CancellationToken.None));
        var common = await FastestAsync(() => _database.History.SearchAsync(_small.Id, "word", null, 1000, CancellationToken.None));

        Assert.InRange(common / rare, 0, MostTimes);
    }

    private static DateTimeOffset Time(int minutes) => DateTimeOffset.UnixEpoch.AddMinutes(minutes);

    private async Task ReadAsync(RoomRecord room, ChatPageQuery query)
    {
        var page = await _database.History.ReadPageAsync(room.Id, query, CancellationToken.None);
        Assert.NotEmpty(page.Entries);
    }

    /// <summary>In turn, so that whatever else the machine does meanwhile slows both.</summary>
    private async Task CompareAsync(Func<RoomRecord, Task> act)
    {
        await act(_small);
        await act(_big);
        var (small, big) = (new List<double>(Rounds), new List<double>(Rounds));
        for (var i = 0; i < Rounds; i++)
        {
            small.Add(await MeasureAsync(() => act(_small)));
            big.Add(await MeasureAsync(() => act(_big)));
        }

        Assert.InRange(big.Min() / small.Min(), 0, MostTimes);
    }

    private static async Task<double> FastestAsync(Func<Task> act)
    {
        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            times.Add(await MeasureAsync(act));
        }

        return times.Min();
    }

    private static async Task<double> MeasureAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
