using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Rooms;

public sealed class RoomStoreTests : IAsyncLifetime
{
    private readonly Guid _visitor = Guid.NewGuid();
    private TestDatabase _database = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ARoomIsFoundAgainAfterARestart()
    {
        var room = await Store.CreateAsync("Déjà vu", _visitor, CancellationToken.None);

        await _database.ReopenAsync();

        Assert.Equal(room, await Store.FindAsync(room.Code, CancellationToken.None));
        Assert.Null(await Store.FindAsync(RoomCode.Create(), CancellationToken.None));
    }

    [Fact]
    public async Task WhoOpensARoomIsItsHostButWasNotThereYet()
    {
        var room = await Store.CreateAsync("", _visitor, CancellationToken.None);

        var person = await Store.FindPersonAsync(room.Id, _visitor, CancellationToken.None);

        Assert.True(person is { IsHost: true, Name: "" });
        Assert.Empty(await Store.ListPersonsAsync(room.Id, CancellationToken.None));
    }

    [Fact]
    public async Task AVisitorIsTheSamePersonEveryTimeUnderTheLastName()
    {
        var room = await Store.CreateAsync("", Guid.NewGuid(), CancellationToken.None);

        var first = await Store.AdmitAsync(room.Id, _visitor, "Ada", CancellationToken.None);
        var second = await Store.AdmitAsync(room.Id, _visitor, "Ada Lovelace", CancellationToken.None);

        Assert.Equal(first with { Name = "Ada Lovelace" }, second);
        Assert.Equal(second, await Store.FindPersonAsync(room.Id, _visitor, CancellationToken.None));
        Assert.Null(await Store.FindPersonAsync(room.Id, Guid.NewGuid(), CancellationToken.None));
    }

    [Fact]
    public async Task TheSameVisitorAdmittedManyTimesAtOnceIsOnePerson()
    {
        var room = await Store.CreateAsync("", Guid.NewGuid(), CancellationToken.None);

        var persons = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.AdmitAsync(room.Id, _visitor, "Ada", CancellationToken.None)));

        Assert.Single(persons.Distinct());
    }

    [Fact]
    public async Task HostsComeFirstThenWhoCameFirst()
    {
        var room = await Store.CreateAsync("", _visitor, CancellationToken.None);
        foreach (var (visitor, name) in new[] { (Guid.NewGuid(), "Bob"), (Guid.NewGuid(), "Cy"), (_visitor, "Ada") })
        {
            await Store.AdmitAsync(room.Id, visitor, name, CancellationToken.None);
            _database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var persons = await Store.ListPersonsAsync(room.Id, CancellationToken.None);

        Assert.Equal(["Ada", "Bob", "Cy"], persons.Select(person => person.Name));
    }

    [Fact]
    public async Task AVisitorsRoomsComeLastActiveFirst()
    {
        var quiet = await Store.CreateAsync("quiet", _visitor, CancellationToken.None);
        var busy = await Store.CreateAsync("busy", _visitor, CancellationToken.None);
        await Store.CreateAsync("foreign", Guid.NewGuid(), CancellationToken.None);
        var ada = await Store.AdmitAsync(busy.Id, _visitor, "Ada", CancellationToken.None);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.SendAsync(quiet, await _database.AdmitAsync(quiet, "Bob"), "hello");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var last = await _database.SendAsync(busy, ada.Key, "newest");
        await _database.Log.AppendAsync(new ChatAppend(busy.Id, ChatEntryKind.CallEnded, _database.Clock.GetUtcNow(), CallSeconds: 1, CallPersons: 1));

        var rooms = await Store.ListVisitedAsync(_visitor, 50, CancellationToken.None);

        Assert.Equal(["busy", "quiet"], rooms.Select(room => room.Room.Title));
        Assert.Equal(last.Entry, rooms[0].LastMessage);
        Assert.Equal(last.Entry!.SentAt, rooms[0].LastActiveAt);
        Assert.Equal(ada, rooms[0].Person);
        Assert.Single(await Store.ListVisitedAsync(_visitor, 1, CancellationToken.None));
    }

    [Fact]
    public async Task ARoomWithoutMessagesWasActiveAtTheLastVisit()
    {
        var room = await Store.CreateAsync("", _visitor, CancellationToken.None);
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await Store.AdmitAsync(room.Id, _visitor, "Ada", CancellationToken.None);

        var visited = Assert.Single(await Store.ListVisitedAsync(_visitor, 50, CancellationToken.None));

        Assert.Null(visited.LastMessage);
        Assert.Equal(_database.Clock.GetUtcNow(), visited.LastActiveAt);
    }

    [Fact]
    public async Task ANewTitleReplacesTheOldOne()
    {
        var room = await Store.CreateAsync("old", _visitor, CancellationToken.None);

        await Store.ChangeAsync(room.Id, new RoomChange(Title: "new"), CancellationToken.None);

        Assert.Equal("new", (await Store.FindAsync(room.Code, CancellationToken.None))!.Title);
    }

    [Fact]
    public async Task OnlyCallsWithoutAnEndAreOpen()
    {
        var open = await Store.CreateAsync("open", _visitor, CancellationToken.None);
        var closed = await Store.CreateAsync("closed", _visitor, CancellationToken.None);
        var bob = await _database.AdmitAsync(open, "Bob");
        var startedAt = _database.Clock.GetUtcNow();
        await StartCallAsync(closed, await _database.AdmitAsync(closed));
        await _database.Log.AppendAsync(new ChatAppend(closed.Id, ChatEntryKind.CallEnded, startedAt, CallSeconds: 1, CallPersons: 1));
        await StartCallAsync(open, bob);
        await _database.Log.AppendAsync(new ChatAppend(open.Id, ChatEntryKind.CallEnded, startedAt, CallSeconds: 1, CallPersons: 1));
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await StartCallAsync(open, bob);
        var ada = (await Store.AdmitAsync(open.Id, _visitor, "Ada", CancellationToken.None)).Key;
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.SendAsync(open, ada, "hello");

        var call = Assert.Single(await Store.ListOpenCallsAsync(CancellationToken.None));

        Assert.Equal(open, call.Room);
        Assert.Equal(startedAt.AddMinutes(1), call.StartedAt);
        Assert.Equal(startedAt.AddMinutes(2), call.LastSeenAt);
        Assert.Equal([bob.Id, ada.Id], call.PersonIds);
    }

    private Task<AppendResult> StartCallAsync(RoomRecord room, PersonKey person) =>
        _database.Log.AppendAsync(new ChatAppend(room.Id, ChatEntryKind.CallStarted, _database.Clock.GetUtcNow(), person, "Ada"));
}
