using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

public sealed class SearchTests : IAsyncLifetime
{
    private static readonly string[] Texts =
    [
        "Déjà vu at the Café Zürich",
        "The cafeteria opens at NINE",
        "don't panic",
        "see https://example.org/a_b?c=d#e",
        "naive naïve NAÏVE",
        "Straße и Москва",
        "AND OR NOT NEAR r1 Room Text",
        "say \"hello world\" twice",
        "line one\nline two\tend",
    ];

    private TestDatabase _database = null!;
    private RoomRecord _room = null!;
    private PersonKey _ada;
    private PersonKey _bob;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await _database.CreateRoomAsync();
        _ada = await _database.AdmitAsync(_room);
        _bob = await _database.AdmitAsync(_room, "Bob");
        foreach (var text in Texts)
        {
            await _database.SendAsync(_room, _ada, text);
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("cafe", 2, 1)]
    [InlineData("CAFÉ", 2, 1)]
    [InlineData("café zur", 1)]
    [InlineData("zur", 1)]
    [InlineData("zur café")]
    [InlineData("zürich café", 1)]
    [InlineData("deja vu", 1)]
    [InlineData("nine", 2)]
    [InlineData("ine")]
    [InlineData("don't", 3)]
    [InlineData("example.org", 4)]
    [InlineData("naive", 5)]
    [InlineData("москва", 6)]
    [InlineData("straße", 6)]
    [InlineData("and", 7)]
    [InlineData("OR NOT", 7)]
    [InlineData("NEAR(r", 7)]
    [InlineData("NEAR(a")]
    [InlineData("r1", 7)]
    [InlineData("\"hello", 8)]
    [InlineData("\"hello world\"", 8)]
    [InlineData("hello*", 8)]
    [InlineData("hello\0world", 8)]
    [InlineData("one two", 9)]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("()")]
    [InlineData("Text : hello")]
    [InlineData("\U0001F600")]
    public async Task FindsTheTextsThatHaveAllTheWords(string text, params int[] sequences)
    {
        var found = await SearchAsync(text);

        Assert.Equal(sequences, found.Sequences.Select(sequence => (int)sequence));
        Assert.Equal(sequences.Length, found.Total);
    }

    [Fact]
    public async Task FindsAMessageAtOnce()
    {
        var sent = await _database.SendAsync(_room, _ada, "unheard-of");

        Assert.Equal([sent.Entry!.Sequence], (await SearchAsync("unheard")).Sequences);
    }

    [Fact]
    public async Task FindsWhatWasStoredBeforeTheServerDied()
    {
        await _database.SendAsync(_room, _ada, "testament");
        await _database.ReopenAsync();

        Assert.Equal([10L], (await SearchAsync("testament")).Sequences);
    }

    [Fact]
    public async Task FindsOnePersonsTexts()
    {
        await _database.SendAsync(_room, _bob, "café again");

        Assert.Equal([10L], (await SearchAsync("cafe", _bob.Id)).Sequences);
        Assert.Equal([2L, 1L], (await SearchAsync("cafe", _ada.Id)).Sequences);
        Assert.Empty((await SearchAsync("cafe", "nobody")).Sequences);
    }

    [Fact]
    public async Task CountsMoreThanItLists()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => _database.SendAsync(_room, _ada, $"many {i}")));

        var found = await _database.History.SearchAsync(_room.Id, "many", null, 10, CancellationToken.None);

        Assert.Equal(30, found.Total);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 39L - i), found.Sequences);
    }

    [Fact]
    public async Task ALockedDatabaseIsSearchedAsFarAsItIsIndexed()
    {
        await SearchAsync("cafe");
        await _database.SendAsync(_room, _ada, "cafe, late");
        using (var other = _database.Connect())
        {
            TestDatabase.Execute(other, "BEGIN IMMEDIATE");

            Assert.Subset(new HashSet<long> { 10, 2, 1 }, (await SearchAsync("cafe")).Sequences.ToHashSet());
        }

        Assert.Equal([10L, 2L, 1L], (await SearchAsync("cafe")).Sequences);
    }

    private Task<ChatSearch> SearchAsync(string text, string? personId = null) =>
        _database.History.SearchAsync(_room.Id, text, personId, 1000, CancellationToken.None);
}
