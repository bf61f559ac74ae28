using Conference.Core.Rooms;

namespace Conference.Data.Tests.Rooms;

public sealed class RoomChangeTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await Store.CreateAsync("old", Guid.NewGuid(), CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ANewRoomIsOpenToEverybodyWhoHasTheLink()
    {
        var found = await Store.FindAsync(_room.Code, CancellationToken.None);

        Assert.Equal(new RoomSettings(), found!.Settings);
        Assert.Equal((null, "", 0, null), (found.PasswordHash, found.LobbyMessage, found.KeepDays, found.TokensFrom));
    }

    [Fact]
    public async Task ANewLinkTakesThePlaceOfTheOldOneForGood()
    {
        var changed = await Store.ChangeCodeAsync(_room.Id, CancellationToken.None);

        await _database.ReopenAsync();

        Assert.NotEqual(_room.Code, changed!.Code);
        Assert.Null(await Store.FindAsync(_room.Code, CancellationToken.None));
        Assert.Equal(changed, await Store.FindAsync(changed.Code, CancellationToken.None));
        Assert.Equal(changed, await Store.FindAsync(_room.Id, CancellationToken.None));
    }

    [Fact]
    public async Task WithANewLinkNobodyWaitsInThatRoomAndNothingElseIsDifferent()
    {
        var other = await Store.CreateAsync("other", Guid.NewGuid(), CancellationToken.None);
        var waiting = await Store.KnockAsync(_room.Id, Guid.NewGuid(), "Ada", CancellationToken.None);
        var elsewhere = await Store.KnockAsync(other.Id, Guid.NewGuid(), "Bob", CancellationToken.None);
        var admitted = await Store.AdmitAsync(_room.Id, Guid.NewGuid(), "Cy", CancellationToken.None);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));

        await Store.ChangeCodeAsync(_room.Id, CancellationToken.None);

        var gone = await Store.FindPersonAsync(_room.Id, waiting.VisitorId, CancellationToken.None);
        Assert.Equal((PersonAccess.None, _database.Clock.GetUtcNow()), (gone!.Access, gone.AccessAt));
        Assert.Equal(elsewhere, await Store.FindPersonAsync(other.Id, elsewhere.VisitorId, CancellationToken.None));
        Assert.Equal(admitted, await Store.FindPersonAsync(_room.Id, admitted.VisitorId, CancellationToken.None));
    }

    [Fact]
    public async Task ADeletedRoomHasNoNewLink()
    {
        await Store.DeleteAsync(_room.Id, CancellationToken.None);

        Assert.Null(await Store.ChangeCodeAsync(_room.Id, CancellationToken.None));
        Assert.Null(await Store.FindAsync(_room.Id, CancellationToken.None));
    }

    [Fact]
    public async Task WhatHostsDecideOutlivesTheServer()
    {
        var settings = new RoomSettings(true, true, false, false, false, false, false);
        var changed = await Store.ChangeAsync(
            _room.Id, new RoomChange("new", _ => settings, "hash", "Back in a minute", 30), CancellationToken.None);

        await _database.ReopenAsync();

        var found = await Store.FindAsync(_room.Code, CancellationToken.None);
        Assert.Equal(changed, found);
        Assert.Equal(
            _room with { Title = "new", Settings = settings, PasswordHash = "hash", LobbyMessage = "Back in a minute", KeepDays = 30 }, found);
    }

    [Fact]
    public async Task WhatIsNotSaidStaysAsItIs()
    {
        await Store.ChangeAsync(
            _room.Id, new RoomChange("new", _ => new RoomSettings(Lobby: true), "hash", "Hello", 7), CancellationToken.None);

        var changed = await Store.ChangeAsync(_room.Id, new RoomChange(), CancellationToken.None);

        Assert.Equal(
            _room with { Title = "new", Settings = new RoomSettings(Lobby: true), PasswordHash = "hash", LobbyMessage = "Hello", KeepDays = 7 },
            changed);
    }

    [Fact]
    public async Task AnEmptyPasswordIsNone()
    {
        await Store.ChangeAsync(_room.Id, new RoomChange(PasswordHash: "hash"), CancellationToken.None);

        var changed = await Store.ChangeAsync(_room.Id, new RoomChange(PasswordHash: ""), CancellationToken.None);

        Assert.Null(changed!.PasswordHash);
    }

    [Fact]
    public async Task TokensOfThisVeryMillisecondAreVoidToo()
    {
        var now = _database.Clock.GetUtcNow();

        await Store.VoidTokensAsync(_room.Id, CancellationToken.None);

        var found = await Store.FindAsync(_room.Code, CancellationToken.None);
        Assert.True(now < found!.TokensFrom);
        Assert.True(now.AddMilliseconds(1) >= found.TokensFrom);
    }
}
