using Conference.Core.Rooms;
using Conference.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Data.Tests;

/// <summary>Whoever wanted something written goes away, in any moment: it is done or it is not, and to nobody it is a fault of the server.</summary>
public sealed class InterruptedWriteTests : IAsyncLifetime
{
    private const int MostLines = 1000;
    private readonly Interrupter _interrupter = new();
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;

    private IRoomStore Store => _database.Rooms;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync(services =>
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_interrupter)));
        _room = await _database.CreateRoomAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public Task ARoomThatIsOpened() => TryEveryMomentAsync(() => Task.FromResult(Guid.NewGuid()), (visitor, interrupted) => Store.CreateAsync("Weekly", visitor, interrupted));

    [Fact]
    public Task SomebodyWhoIsLetIn() => TryEveryMomentAsync(() => Task.FromResult(Guid.NewGuid()), (visitor, interrupted) => Store.AdmitAsync(_room.Id, visitor, "Ada", interrupted));

    [Fact]
    public Task RoomsThatGoToWhoSignedIn() => TryEveryMomentAsync(FillTwoRoomsAsync, (visitors, interrupted) => Store.MoveVisitorAsync(visitors.Former, visitors.Present, interrupted));

    [Fact]
    public Task ARoomThatIsDeleted() => TryEveryMomentAsync(FillRoomAsync, (room, interrupted) => Store.DeleteAsync(room.Id, interrupted));

    [Fact]
    public async Task TextsThatAreTooOld()
    {
        await Store.ChangeAsync(_room.Id, new RoomChange(KeepDays: 1), CancellationToken.None);
        await TryEveryMomentAsync(
            async () => await SayAsync(_room),
            (_, interrupted) => _database.Eraser.ExpireAsync(_database.Clock.GetUtcNow().AddDays(2), interrupted));
    }

    /// <summary>Both were in one of the rooms, one of them in the other.</summary>
    private async Task<(Guid Former, Guid Present)> FillTwoRoomsAsync()
    {
        var (former, present) = (Guid.NewGuid(), Guid.NewGuid());
        await Store.AdmitAsync(_room.Id, former, "Ada", CancellationToken.None);
        await Store.AdmitAsync((await _database.CreateRoomAsync()).Id, former, "Ada", CancellationToken.None);
        await Store.AdmitAsync(_room.Id, present, "Ada", CancellationToken.None);
        return (former, present);
    }

    private async Task<RoomRecord> FillRoomAsync() => await SayAsync(await _database.CreateRoomAsync());

    private async Task<RoomRecord> SayAsync(RoomRecord room)
    {
        await _database.SendAsync(room, await _database.AdmitAsync(room), "Hello");
        return room;
    }

    private async Task TryEveryMomentAsync<T>(Func<Task<T>> prepare, Func<T, CancellationToken, Task> write)
    {
        var line = 1;
        while (line < MostLines && await IsInterruptedAsync(line, await prepare(), write))
        {
            line++;
        }

        Assert.InRange(line, 5, MostLines - 1);
        var faults = _interrupter.TakeFaults();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<bool> IsInterruptedAsync<T>(int line, T scene, Func<T, CancellationToken, Task> write)
    {
        using var interruption = _interrupter.InterruptAt(line);
        try
        {
            await write(scene, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.True(interruption.Came);
        }

        return interruption.Came;
    }
}
