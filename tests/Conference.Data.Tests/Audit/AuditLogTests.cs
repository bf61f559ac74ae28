using Conference.Core.Audit;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Audit;

public sealed class AuditLogTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoomRecord _room = null!;

    private IAuditLog Log => _database.Get<IAuditLog>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _room = await _database.CreateRoomAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task TheNewestLinesComeFirstAndOutliveTheServer()
    {
        var ada = await _database.AdmitAsync(_room);
        var lines = new[] { AuditAction.LobbyOn, AuditAction.Muted, AuditAction.Removed }
            .Select(action => new AuditLine(
                _room.Id, _database.Clock.GetUtcNow(), ada, "Ada", action, action == AuditAction.LobbyOn ? null : "Bob"))
            .ToList();
        foreach (var line in lines)
        {
            await Log.AppendAsync(line, CancellationToken.None);
        }

        await _database.ReopenAsync();

        Assert.Equal([lines[2], lines[1]], await Log.ReadAsync(_room.Id, 2, CancellationToken.None));
        Assert.Equal([lines[2], lines[1], lines[0]], await Log.ReadAsync(_room.Id, 200, CancellationToken.None));
    }

    [Fact]
    public async Task ARoomHasItsOwnLines()
    {
        var other = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(_room);
        await Log.AppendAsync(new AuditLine(_room.Id, _database.Clock.GetUtcNow(), ada, "Ada", AuditAction.Locked), CancellationToken.None);

        Assert.Empty(await Log.ReadAsync(other.Id, 200, CancellationToken.None));
    }

    [Fact]
    public async Task OfARoomThatIsGoneNothingIsNoted()
    {
        var ada = await _database.AdmitAsync(_room);
        var line = new AuditLine(_room.Id, _database.Clock.GetUtcNow(), ada, "Ada", AuditAction.Renamed, "Quagga");
        await Log.AppendAsync(line, CancellationToken.None);

        await _database.Rooms.DeleteAsync(_room.Id, CancellationToken.None);
        await Log.AppendAsync(line, CancellationToken.None);

        Assert.Empty(await Log.ReadAsync(_room.Id, 200, CancellationToken.None));
        Assert.False(_database.FilesHave("Quagga"));
    }
}
