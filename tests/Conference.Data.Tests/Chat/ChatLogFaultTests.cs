using System.Diagnostics;
using Conference.Core.Chat;
using Conference.Data.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data.Tests.Chat;

public sealed class ChatLogFaultTests : IAsyncLifetime
{
    private readonly RecordingObserver _observer = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() =>
        _database = await TestDatabase.OpenAsync(services => services.AddSingleton<IChatLogObserver>(_observer));

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ALockedDatabaseIsToldInTwoSecondsAndBurnsNoPlace()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        await _database.SendAsync(room, ada, "before");
        using (var other = _database.Connect())
        {
            TestDatabase.Execute(other, "BEGIN IMMEDIATE");
            var clock = Stopwatch.StartNew();

            var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _database.SendAsync(room, ada, $"{i}")));

            Assert.All(results, result => Assert.Equal(new AppendResult(AppendStatus.Failed), result));
            // 1.9 s of waiting for the lock; the rest is what a busy machine may take. A second wait would be 3.8 s.
            Assert.InRange(clock.Elapsed.TotalSeconds, 1.5, 3.5);
            Assert.NotNull(_database.Get<IChatLogStatus>().Fault);
        }

        var after = await _database.SendAsync(room, ada, "after");

        Assert.Equal((AppendStatus.Stored, 2L), (after.Status, after.Entry!.Sequence));
        Assert.Null(_database.Get<IChatLogStatus>().Fault);
        Assert.Equal(["before", "after"], _observer.Heard.Select(heard => heard.Entry.Text));
        Assert.Equal(["before", "after"], (await _database.ReadAllAsync(room)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task ABatchThatTheDatabaseRefusesLeavesNothingBehind()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        _database.Execute("CREATE TRIGGER Refusal BEFORE INSERT ON ChatEntries WHEN new.Text = 'poison' BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END");

        var poison = await _database.SendAsync(room, ada, "poison");
        var stored = await _database.SendAsync(room, ada, "fine");

        Assert.Equal(new AppendResult(AppendStatus.Failed), poison);
        Assert.Equal(1, stored.Entry!.Sequence);
        Assert.Equal(["fine"], _observer.Heard.Select(heard => heard.Entry.Text));
    }

    [Fact]
    public async Task AMessageThatFailedIsStoredWhenItIsSentAgain()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);
        var id = Guid.NewGuid().ToString("N");
        _database.Execute("CREATE TRIGGER Refusal BEFORE INSERT ON ChatEntries BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

        var failed = await _database.SendAsync(room, ada, "hello", id);
        var fault = _database.Get<IChatLogStatus>().Fault;
        _database.Execute("DROP TRIGGER Refusal");
        var stored = await _database.SendAsync(room, ada, "hello", id);

        Assert.Equal(AppendStatus.Failed, failed.Status);
        Assert.Contains("database or disk is full", fault, StringComparison.Ordinal);
        Assert.Equal((AppendStatus.Stored, 1L), (stored.Status, stored.Entry!.Sequence));
    }

    [Fact]
    public async Task AnIdThatIsNoneIsTheCallersFaultAlone()
    {
        var room = await _database.CreateRoomAsync();
        var ada = await _database.AdmitAsync(room);

        await Assert.ThrowsAsync<FormatException>(() => _database.SendAsync(room, ada, "hello", "not hexadecimal"));

        Assert.Equal(AppendStatus.Stored, (await _database.SendAsync(room, ada, "hello")).Status);
    }
}
