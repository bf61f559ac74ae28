using System.Text;
using System.Text.RegularExpressions;
using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

/// <summary>
/// Many rooms through each other, deleted from in every way. SQLite leaves copies of rows where it moved them, so within a day the file is
/// written anew: each message has a word of its own, and the bytes are searched for each.
/// </summary>
public sealed partial class TraceTests : IAsyncLifetime
{
    private const int Rooms = 8;
    private const int Rounds = 6;
    private const int PerRound = 400;
    private readonly Random _random = new(1);
    private readonly List<(RoomRecord Room, ChatEntry Entry)> _sent = [];
    private readonly List<(RoomRecord Room, PersonKey[] Persons)> _rooms = [];
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        for (var i = 0; i < Rooms; i++)
        {
            var room = await _database.CreateRoomAsync();
            _rooms.Add((room, [await _database.AdmitAsync(room), await _database.AdmitAsync(room)]));
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ADayLaterNothingDeletedIsLeftAndNothingElseIsMissing()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await FillAsync();
            await DeleteSomeAsync(round);
            _database.Clock.Advance(TimeSpan.FromDays(1));
        }

        await ExpireAsync();
        Assert.False(HasTraces());

        var expected = new List<string>();
        foreach (var (room, _) in _rooms)
        {
            expected.AddRange((await _database.ReadAllAsync(room)).Where(entry => !entry.IsDeleted).Select(entry => Own(entry.Text!)));
        }

        Assert.InRange(expected.Count, 100, Rounds * PerRound - 100);
        Assert.Equal(expected.Order(), WordsInFiles());
        foreach (var (room, entry) in _sent.Where(sent => expected.Contains(Own(sent.Entry.Text!))))
        {
            var found = await _database.History.SearchAsync(room.Id, Own(entry.Text!), null, 10, CancellationToken.None);
            Assert.Equal([entry.Sequence], found.Sequences);
        }
    }

    [Fact]
    public async Task ItWaitsForAQuietMomentButNotForEver()
    {
        var (room, persons) = _rooms[0];
        await _database.SendAsync(room, persons[0], "Quagga");
        await _database.Eraser.DeleteTextsAsync(room.Id, persons[0], DateTimeOffset.MinValue, onDeleted: null, CancellationToken.None);
        _database.Clock.Advance(TimeSpan.FromHours(13));
        await _database.SendAsync(room, persons[1], "Zebra");

        await ExpireAsync();
        Assert.True(HasTraces());

        _database.Clock.Advance(TimeSpan.FromMinutes(10));
        await ExpireAsync();
        Assert.False(HasTraces());

        await _database.Eraser.DeleteTextsAsync(room.Id, persons[1], DateTimeOffset.MinValue, onDeleted: null, CancellationToken.None);
        _database.Clock.Advance(TimeSpan.FromHours(22));
        await _database.SendAsync(room, persons[1], "Zebra");
        await ExpireAsync();
        Assert.False(HasTraces());
    }

    private static string Own(string text) => OwnWord().Match(text).Value;

    private async Task FillAsync()
    {
        var sending = Enumerable.Range(0, PerRound).Select(async _ =>
        {
            var (room, persons) = _rooms[_random.Next(_rooms.Count)];
            var own = $"Qx{Guid.NewGuid():N}z";
            var filler = string.Join(' ', Enumerable.Range(0, _random.Next(40)).Select(_ => $"word{_random.Next(200)}"));
            var result = await _database.SendAsync(room, persons[_random.Next(2)], $"{filler} {own} {filler}");
            return (room, result.Entry!);
        }).ToList();
        _sent.AddRange(await Task.WhenAll(sending));
        await _database.History.SearchAsync(_rooms[0].Room.Id, "word1", null, 1, CancellationToken.None);
    }

    private async Task DeleteSomeAsync(int round)
    {
        var (room, persons) = _rooms[round % _rooms.Count];
        await _database.Eraser.DeleteTextsAsync(
            room.Id, persons[0], _database.Clock.GetUtcNow().AddDays(-round / 2), onDeleted: null, CancellationToken.None);
        await _database.Rooms.ChangeAsync(_rooms[^1].Room.Id, new RoomChange(KeepDays: 2), CancellationToken.None);
        await ExpireAsync();
        if (round == Rounds / 2)
        {
            await _database.Rooms.DeleteAsync(_rooms[1].Room.Id, CancellationToken.None);
            _rooms.RemoveAt(1);
        }
    }

    private Task<long> ExpireAsync() => _database.Eraser.ExpireAsync(_database.Clock.GetUtcNow(), CancellationToken.None);

    private bool HasTraces()
    {
        using var connection = _database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM ChatTraces";
        return (long)command.ExecuteScalar()! > 0;
    }

    /// <summary>Texts have them with a capital; the index has them without.</summary>
    private IEnumerable<string> WordsInFiles() =>
        OwnWord().Matches(Encoding.Latin1.GetString(_database.ReadFiles())).Select(match => match.Value.Replace("qx", "Qx", StringComparison.Ordinal))
            .Distinct().Order();

    [GeneratedRegex("[Qq]x[0-9a-f]{32}z")]
    private static partial Regex OwnWord();
}
