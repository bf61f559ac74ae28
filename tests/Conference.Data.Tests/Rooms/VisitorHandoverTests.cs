using Conference.Core.Rooms;

namespace Conference.Data.Tests.Rooms;

/// <summary>A browser's visitor signs in: from then on the person who signed in is what the browser was.</summary>
public sealed class VisitorHandoverTests : IAsyncLifetime
{
    private readonly Guid _browser = Guid.NewGuid();
    private readonly Guid _account = Guid.NewGuid();
    private TestDatabase _database = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task WhatOnlyTheBrowserWasTheAccountIsNow()
    {
        var room = await Store.CreateAsync("", _browser, CancellationToken.None);
        var owner = await Store.AdmitAsync(room.Id, _browser, "Ada", CancellationToken.None);

        await MoveAsync();

        Assert.Equal(owner with { VisitorId = _account }, await FindAsync(room, _account));
        Assert.Null(await FindAsync(room, _browser));
        Assert.Single(await Store.ListVisitedAsync(_account, 50, CancellationToken.None));
        Assert.Empty(await Store.ListVisitedAsync(_browser, 50, CancellationToken.None));
    }

    [Fact]
    public async Task WhereBothAreKnownTheirRightsAddUp()
    {
        var room = await Store.CreateAsync("", _browser, CancellationToken.None);
        var former = await Store.AdmitAsync(room.Id, _browser, "Ada", CancellationToken.None);
        await _database.SendAsync(room, former.Key, "hello");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var mine = await Store.AdmitAsync(room.Id, _account, "Ada Lovelace", CancellationToken.None);

        await MoveAsync();

        Assert.Equal(mine with { IsHost = true, IsOwner = true }, await FindAsync(room, _account));
        Assert.Null(await FindAsync(room, _browser));
        Assert.Single(await Store.ListPersonsAsync(room.Id, CancellationToken.None), person => person.IsHost);
        Assert.Equal(former.Key.Id, Assert.Single(await _database.ReadAllAsync(room)).PersonId);
    }

    [Theory]
    [InlineData(PersonAccess.Admitted, PersonAccess.Waiting, PersonAccess.Admitted)]
    [InlineData(PersonAccess.Waiting, PersonAccess.Admitted, PersonAccess.Admitted)]
    [InlineData(PersonAccess.Denied, PersonAccess.None, PersonAccess.Denied)]
    [InlineData(PersonAccess.Removed, PersonAccess.Admitted, PersonAccess.Removed)]
    [InlineData(PersonAccess.Admitted, PersonAccess.Removed, PersonAccess.Removed)]
    public async Task ARemovalCountsMoreThanAnAdmission(PersonAccess browser, PersonAccess account, PersonAccess both)
    {
        var room = await _database.CreateRoomAsync();
        await AdmitAsync(room, _browser, browser);
        await AdmitAsync(room, _account, account);

        await MoveAsync();

        Assert.Equal(both, (await FindAsync(room, _account))!.Access);
    }

    [Fact]
    public async Task NeitherSigningInNorSigningOutEndsARemoval()
    {
        var room = await _database.CreateRoomAsync();
        await AdmitAsync(room, _browser, PersonAccess.Removed);

        await MoveAsync();

        Assert.Equal(PersonAccess.Removed, (await FindAsync(room, _account))!.Access);
        Assert.Equal(PersonAccess.Removed, (await FindAsync(room, _browser))!.Access);
    }

    [Fact]
    public async Task AHostIsNotRemovedBySigningIn()
    {
        var own = await Store.CreateAsync("", _account, CancellationToken.None);
        await AdmitAsync(own, _browser, PersonAccess.Removed);
        var other = await Store.CreateAsync("", _browser, CancellationToken.None);
        await AdmitAsync(other, _account, PersonAccess.Removed);

        await MoveAsync();

        Assert.True(await FindAsync(own, _account) is { IsHost: true, Access: PersonAccess.None });
        Assert.True(await FindAsync(other, _account) is { IsHost: true, IsOwner: true, Access: PersonAccess.None });
    }

    [Fact]
    public async Task AHostLinkOfTheBrowserStaysGood()
    {
        var room = await Store.CreateAsync("", _browser, CancellationToken.None);
        await Store.AdmitAsync(room.Id, _account, "Ada", CancellationToken.None);
        var issuer = (await FindAsync(room, _browser))!;
        await Store.SaveHostLinkAsync(room.Id, issuer.Key, new byte[32], _database.Clock.GetUtcNow().AddHours(1), CancellationToken.None);

        await MoveAsync();

        Assert.True(await Store.UseHostLinkAsync(room.Id, new byte[32], Guid.NewGuid(), CancellationToken.None) is { IsOwner: true });
    }

    [Fact]
    public async Task SigningInOnceMoreChangesNothing()
    {
        var room = await Store.CreateAsync("", _browser, CancellationToken.None);
        await MoveAsync();
        var owner = await FindAsync(room, _account);

        await MoveAsync();
        await Store.MoveVisitorAsync(_account, _account, CancellationToken.None);

        Assert.Equal(owner, await FindAsync(room, _account));
    }

    private async Task AdmitAsync(RoomRecord room, Guid visitor, PersonAccess access)
    {
        var person = await Store.AdmitAsync(room.Id, visitor, "Ada", CancellationToken.None);
        await Store.SetAccessAsync(room.Id, person.Key, access, CancellationToken.None);
    }

    private Task MoveAsync() => Store.MoveVisitorAsync(_browser, _account, CancellationToken.None);

    private Task<PersonRecord?> FindAsync(RoomRecord room, Guid visitor) => Store.FindPersonAsync(room.Id, visitor, CancellationToken.None);
}
