using Conference.Core;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Rooms;

/// <summary>How a person stands with a room's door.</summary>
public sealed class PersonAccessTests : IAsyncLifetime
{
    private readonly Guid _owner = Guid.NewGuid();
    private readonly Guid _visitor = Guid.NewGuid();
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await Store.CreateAsync("", _owner, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task AnAdmissionIsRememberedWithItsTime()
    {
        await AdmitAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await AdmitAsync();

        await _database.ReopenAsync();

        Assert.Equal((PersonAccess.Admitted, _database.Clock.GetUtcNow()), Standing(await FindAsync()));
    }

    [Fact]
    public async Task WhoWaitsKeepsThePlace()
    {
        var since = _database.Clock.GetUtcNow();
        var first = await KnockAsync("Ada");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await KnockAsync("Ada Lovelace");

        Assert.Equal((PersonAccess.Waiting, since), Standing(first));
        Assert.Equal(first with { Name = "Ada Lovelace" }, again);
        Assert.Equal(again, await FindAsync());
    }

    [Fact]
    public async Task WhoWasDeniedAsksAnew()
    {
        var person = await KnockAsync();
        await SetAsync(person, PersonAccess.Denied);
        _database.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal((PersonAccess.Waiting, _database.Clock.GetUtcNow()), Standing(await KnockAsync()));
    }

    [Fact]
    public async Task WhoOnlyKnockedIsInNoList()
    {
        await KnockAsync();

        Assert.Empty(await Store.ListPersonsAsync(_room.Id, CancellationToken.None));
        Assert.Empty(await Store.ListVisitedAsync(_visitor, 50, CancellationToken.None));
    }

    [Fact]
    public async Task WhoGivesUpWaitingIsNotDenied()
    {
        var person = await KnockAsync();

        await Store.StopWaitingAsync(_room.Id, person.Key, CancellationToken.None);

        Assert.Equal(PersonAccess.None, (await FindAsync())!.Access);
    }

    [Theory]
    [InlineData(PersonAccess.Denied)]
    [InlineData(PersonAccess.Admitted)]
    [InlineData(PersonAccess.Removed)]
    public async Task GivingUpUndoesNoAnswer(PersonAccess answer)
    {
        var person = await KnockAsync();
        await SetAsync(person, answer);

        await Store.StopWaitingAsync(_room.Id, person.Key, CancellationToken.None);

        Assert.Equal(answer, (await FindAsync())!.Access);
    }

    [Fact]
    public async Task WhoWasRemovedIsNeitherAdmittedNorHeard()
    {
        var person = await AdmitAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var removed = await SetAsync(person, PersonAccess.Removed);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.ReopenAsync();

        Assert.Equal(removed, await AdmitAsync("Eve"));
        Assert.Equal(removed, await KnockAsync("Eve"));
        Assert.Equal(removed, await SetAsync(person, PersonAccess.Admitted));
        Assert.Equal(removed, await SetAsync(person, PersonAccess.Denied));
        Assert.False(await Store.SetHostAsync(_room.Id, person.Key, true, CancellationToken.None));
        Assert.Equal(removed, await FindAsync());
        Assert.Empty(await Store.ListVisitedAsync(_visitor, 50, CancellationToken.None));
    }

    [Fact]
    public async Task RemovingAndAdmittingAtOnceEndsRemoved()
    {
        for (var round = 0; round < 20; round++)
        {
            var visitor = Guid.NewGuid();
            var person = await Store.AdmitAsync(_room.Id, visitor, "Ada", CancellationToken.None);

            Task[] acting =
            [
                Task.Run(() => Store.AdmitAsync(_room.Id, visitor, "Ada", CancellationToken.None)),
                Task.Run(() => SetAsync(person, PersonAccess.Removed)),
                Task.Run(() => SetAsync(person, PersonAccess.Admitted)),
            ];
            await Task.WhenAll(acting);

            Assert.Equal(PersonAccess.Removed, (await Store.FindPersonAsync(_room.Id, visitor, CancellationToken.None))!.Access);
        }
    }

    [Fact]
    public async Task WhoIsAllowedBackCanBeAdmitted()
    {
        var person = await AdmitAsync();
        await SetAsync(person, PersonAccess.Removed);

        await SetAsync(person, PersonAccess.None);

        Assert.Empty(await Store.ListRemovedAsync(_room.Id, CancellationToken.None));
        Assert.Equal(PersonAccess.Admitted, (await AdmitAsync()).Access);
        Assert.Single(await Store.ListVisitedAsync(_visitor, 50, CancellationToken.None));
    }

    [Fact]
    public async Task TheLastOneRemovedComesFirst()
    {
        foreach (var name in new[] { "Ada", "Bob", "Cy" })
        {
            var person = await Store.AdmitAsync(_room.Id, Guid.NewGuid(), name, CancellationToken.None);
            await SetAsync(person, name == "Cy" ? PersonAccess.Denied : PersonAccess.Removed);
            _database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var removed = await Store.ListRemovedAsync(_room.Id, CancellationToken.None);

        Assert.Equal(["Bob", "Ada"], removed.Select(person => person.Name));
    }

    [Fact]
    public async Task RemovingTakesHostRights()
    {
        var person = await AdmitAsync();
        await Store.SetHostAsync(_room.Id, person.Key, true, CancellationToken.None);

        var removed = await SetAsync(person, PersonAccess.Removed);

        Assert.True(removed is { IsHost: false, Access: PersonAccess.Removed });
    }

    [Fact]
    public async Task AnOwnerIsNotRemoved()
    {
        var owner = await Store.FindPersonAsync(_room.Id, _owner, CancellationToken.None);

        Assert.Equal(owner, await SetAsync(owner!, PersonAccess.Removed));
        Assert.True(owner is { IsOwner: true, IsHost: true });
    }

    [Fact]
    public async Task APersonIsFoundByThePublicIdInTheirRoomOnly()
    {
        var person = await AdmitAsync();
        var other = await _database.CreateRoomAsync();

        Assert.Equal(person, await Store.FindPersonAsync(_room.Id, person.Key.Id, CancellationToken.None));
        Assert.Null(await Store.FindPersonAsync(other.Id, person.Key.Id, CancellationToken.None));
        Assert.Null(await Store.SetAccessAsync(other.Id, person.Key, PersonAccess.Removed, CancellationToken.None));
        Assert.False(await Store.SetHostAsync(other.Id, person.Key, true, CancellationToken.None));
        Assert.Equal(person, await FindAsync());
    }

    [Fact]
    public async Task ARoomThatIsGoneLetsNobodyIn()
    {
        await Store.DeleteAsync(_room.Id, CancellationToken.None);

        Assert.Equal(ErrorCodes.RoomNotFound, (await Assert.ThrowsAsync<ConferenceException>(() => AdmitAsync())).Code);
        Assert.Equal(ErrorCodes.RoomNotFound, (await Assert.ThrowsAsync<ConferenceException>(() => KnockAsync())).Code);
    }

    private static (PersonAccess, DateTimeOffset?) Standing(PersonRecord? person) => (person!.Access, person.AccessAt);

    private Task<PersonRecord> AdmitAsync(string name = "Ada") => Store.AdmitAsync(_room.Id, _visitor, name, CancellationToken.None);

    private Task<PersonRecord> KnockAsync(string name = "Ada") => Store.KnockAsync(_room.Id, _visitor, name, CancellationToken.None);

    private Task<PersonRecord?> SetAsync(PersonRecord person, PersonAccess access) =>
        Store.SetAccessAsync(_room.Id, person.Key, access, CancellationToken.None);

    private Task<PersonRecord?> FindAsync() => Store.FindPersonAsync(_room.Id, _visitor, CancellationToken.None);
}
