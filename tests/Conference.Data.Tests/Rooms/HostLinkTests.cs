using System.Security.Cryptography;
using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Rooms;

public sealed class HostLinkTests : IAsyncLifetime
{
    private readonly Guid _owner = Guid.NewGuid();
    private readonly Guid _visitor = Guid.NewGuid();
    private readonly byte[] _hash = RandomNumberGenerator.GetBytes(32);
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;
    private PersonRecord _issuer = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await Store.CreateAsync("", _owner, CancellationToken.None);
        _issuer = (await Store.FindPersonAsync(_room.Id, _owner, CancellationToken.None))!;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task AnOwnersLinkMakesAnOwnerOnce()
    {
        await SaveAsync(_issuer.Key);
        await _database.ReopenAsync();

        var host = await UseAsync(_hash, _visitor);

        Assert.True(host is { IsHost: true, IsOwner: true, Name: "" });
        Assert.Equal(host, await Store.FindPersonAsync(_room.Id, _visitor, CancellationToken.None));
        Assert.Equal(_issuer, await Store.FindPersonAsync(_room.Id, _owner, CancellationToken.None));
        Assert.Null(await UseAsync(_hash, Guid.NewGuid()));
        Assert.Single(await Store.ListVisitedAsync(_visitor, 50, CancellationToken.None));
    }

    [Fact]
    public async Task AnotherHostsLinkMakesAHost()
    {
        var cohost = await _database.AdmitAsync(_room);
        await Store.SetHostAsync(_room.Id, cohost, true, CancellationToken.None);
        await SaveAsync(cohost);
        var guest = await Store.AdmitAsync(_room.Id, _visitor, "Bob", CancellationToken.None);

        Assert.Equal(guest with { IsHost = true }, await UseAsync(_hash, _visitor));
    }

    [Fact]
    public async Task OfManyWhoUseALinkAtOnceOneBecomesHost()
    {
        for (var round = 0; round < 10; round++)
        {
            await SaveAsync(_issuer.Key);

            var hosts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => UseAsync(_hash, Guid.NewGuid()))));

            Assert.Single(hosts, host => host is not null);
        }
    }

    [Fact]
    public async Task ANewerLinkMakesTheOlderOneVoid()
    {
        await SaveAsync(_issuer.Key);
        var newer = RandomNumberGenerator.GetBytes(32);
        await Store.SaveHostLinkAsync(_room.Id, _issuer.Key, newer, _database.Clock.GetUtcNow().AddHours(1), CancellationToken.None);

        Assert.Null(await UseAsync(_hash, _visitor));
        Assert.NotNull(await UseAsync(newer, _visitor));
    }

    [Fact]
    public async Task ALinkEndsOnTime()
    {
        await SaveAsync(_issuer.Key);
        _database.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await UseAsync(_hash, _visitor));
    }

    [Fact]
    public async Task ALinkIsWorthNoMoreThanItsIssuer()
    {
        var cohost = await _database.AdmitAsync(_room);
        await Store.SetHostAsync(_room.Id, cohost, true, CancellationToken.None);
        await SaveAsync(cohost);
        await Store.SetHostAsync(_room.Id, cohost, false, CancellationToken.None);

        Assert.Null(await UseAsync(_hash, _visitor));
    }

    [Fact]
    public async Task WhoWasRemovedCannotUseALinkAndDoesNotUseItUp()
    {
        var guest = await Store.AdmitAsync(_room.Id, _visitor, "Eve", CancellationToken.None);
        await Store.SetAccessAsync(_room.Id, guest.Key, PersonAccess.Removed, CancellationToken.None);
        await SaveAsync(_issuer.Key);

        Assert.Null(await UseAsync(_hash, _visitor));
        Assert.NotNull(await UseAsync(_hash, Guid.NewGuid()));
    }

    [Fact]
    public async Task WithoutALinkNothingFits()
    {
        var other = await _database.CreateRoomAsync();
        await SaveAsync(_issuer.Key);

        Assert.Null(await UseAsync(new byte[32], _visitor));
        Assert.Null(await UseAsync([], _visitor));
        Assert.Null(await Store.UseHostLinkAsync(other.Id, _hash, _visitor, CancellationToken.None));
        Assert.Null(await Store.UseHostLinkAsync(other.Id, new byte[32], _visitor, CancellationToken.None));
        Assert.Null(await Store.UseHostLinkAsync(long.MaxValue, new byte[32], _visitor, CancellationToken.None));
        Assert.Null(await Store.FindPersonAsync(_room.Id, _visitor, CancellationToken.None));
    }

    private Task SaveAsync(PersonKey issuer) =>
        Store.SaveHostLinkAsync(_room.Id, issuer, _hash, _database.Clock.GetUtcNow().AddHours(1), CancellationToken.None);

    private Task<PersonRecord?> UseAsync(byte[] hash, Guid visitor) =>
        Store.UseHostLinkAsync(_room.Id, hash, visitor, CancellationToken.None);
}
