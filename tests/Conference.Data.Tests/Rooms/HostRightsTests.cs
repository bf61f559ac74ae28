using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Rooms;

/// <summary>Rooms of before there were owners may have several hosts and no owner; elsewhere an owner is always left.</summary>
public sealed class HostRightsTests : IAsyncLifetime
{
    private readonly Guid _creator = Guid.NewGuid();
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await Store.CreateAsync("", _creator, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task HostRightsOutliveTheServer()
    {
        var ada = await _database.AdmitAsync(_room);

        Assert.True(await SetHostAsync(ada, true));
        await _database.ReopenAsync();
        Assert.True((await FindAsync(ada)).IsHost);

        Assert.True(await SetHostAsync(ada, false));
        await _database.ReopenAsync();
        Assert.False((await FindAsync(ada)).IsHost);
    }

    [Fact]
    public async Task AnOwnerKeepsTheRightsEvenBesideOtherHosts()
    {
        await SetHostAsync(await _database.AdmitAsync(_room), true);
        var owner = (await Store.FindPersonAsync(_room.Id, _creator, CancellationToken.None))!;

        Assert.False(await SetHostAsync(owner.Key, false));
        Assert.Equal(owner, await FindAsync(owner.Key));
    }

    [Fact]
    public async Task OfTwoHostsWhoGiveUpAtOnceOneStays()
    {
        _database.Execute("UPDATE Persons SET IsOwner = 0, IsHost = 0");
        for (var round = 0; round < 20; round++)
        {
            _database.Execute("UPDATE Persons SET IsHost = 0");
            PersonKey[] hosts = [await _database.AdmitAsync(_room), await _database.AdmitAsync(_room)];
            await Task.WhenAll(hosts.Select(host => SetHostAsync(host, true)));

            var done = await Task.WhenAll(hosts.Select(host => Task.Run(() => SetHostAsync(host, false))));

            Assert.Single(done, succeeded => succeeded);
            Assert.Equal(done.Select(succeeded => !succeeded), (await Task.WhenAll(hosts.Select(FindAsync))).Select(host => host.IsHost));
        }
    }

    [Fact]
    public async Task OfTwoHostsWhoRemoveEachOtherAtOnceOneStays()
    {
        _database.Execute("UPDATE Persons SET IsOwner = 0, IsHost = 0");
        PersonKey[] hosts = [await _database.AdmitAsync(_room), await _database.AdmitAsync(_room)];
        await Task.WhenAll(hosts.Select(host => SetHostAsync(host, true)));

        var persons = await Task.WhenAll(hosts.Select(host => Task.Run(() =>
            Store.SetAccessAsync(_room.Id, host, PersonAccess.Removed, CancellationToken.None))));

        Assert.Single(persons, person => person is { Access: PersonAccess.Removed, IsHost: false });
        Assert.Single(persons, person => person is { Access: PersonAccess.Admitted, IsHost: true });
    }

    private Task<bool> SetHostAsync(PersonKey person, bool isHost) =>
        Store.SetHostAsync(_room.Id, person, isHost, CancellationToken.None);

    private async Task<PersonRecord> FindAsync(PersonKey person) =>
        (await Store.FindPersonAsync(_room.Id, person.Id, CancellationToken.None))!;
}
