using Conference.Core.Chat;
using Conference.Core.Rooms;

namespace Conference.Data.Tests.Chat;

/// <summary>A room with 100,000 messages and one with ten. The fifth of each is a rare writer's and has a rare word.</summary>
public sealed class BigRoomFixture : IAsyncLifetime
{
    public const int Count = 100_000;

    public RoomRecord Big { get; private set; } = null!;

    public RoomRecord Small { get; private set; } = null!;

    public PersonKey BusyInBig { get; private set; }

    public PersonKey BusyInSmall { get; private set; }

    public PersonKey RareInBig { get; private set; }

    public PersonKey RareInSmall { get; private set; }

    internal TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.OpenAsync();
        (Big, BusyInBig, RareInBig) = await FillAsync(Count);
        (Small, BusyInSmall, RareInSmall) = await FillAsync(10);
        // The first search takes all of them into the index.
        await Database.History.SearchAsync(Big.Id, "word", null, 1, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    private async Task<(RoomRecord Room, PersonKey Busy, PersonKey Rare)> FillAsync(int count)
    {
        var room = await Database.CreateRoomAsync();
        var writer = await Database.AdmitAsync(room);
        var rare = await Database.AdmitAsync(room, "Rare");
        Database.Execute(
            $"""
            WITH RECURSIVE Numbers(N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Numbers WHERE N < {count})
            INSERT INTO ChatEntries (RoomId, Sequence, TextCount, Kind, SentAt, PersonKey, Name, MessageId, Text)
            SELECT {room.Id}, N, N, 0, N * 60000, iif(N = 5, {rare.Key}, {writer.Key}), 'Ada', randomblob(16),
                'word number ' || N || iif(N = 5, ' needle', ' and some more of what people write')
            FROM Numbers
            """);
        return (room, writer, rare);
    }
}
