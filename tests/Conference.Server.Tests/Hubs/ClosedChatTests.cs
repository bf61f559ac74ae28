using System.Collections.Concurrent;
using Conference.Core;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;

namespace Conference.Server.Tests.Hubs;

/// <summary>Many write at once while a host closes the chat: what had its place before keeps it, and nothing gets one once the host has the answer.</summary>
public sealed class ClosedChatTests(HubServer server) : HostScene(server)
{
    private const int Writers = 20;
    private const int Rounds = 5;
    private const int SaidBefore = 10;

    [Fact]
    public Task NothingIsSaidOnceTheChatIsTurnedOff() => CloseAgainAndAgainAsync(() => ChangeAsync(new ChangeSettingsRequest(MayChat: false)));

    [Fact]
    public Task NothingIsSaidOnceTheRoomIsSuspended() => CloseAgainAndAgainAsync(() => Ada.CallAsync(nameof(IConferenceServer.SuspendRoom)));

    private async Task CloseAgainAndAgainAsync(Func<Task> close)
    {
        var writers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => ComeAsync($"Writer {i}")));
        for (var round = 0; round < Rounds; round++)
        {
            await CloseAsync(writers, close);
            await ChangeAsync(new ChangeSettingsRequest(MayChat: true, Locked: false));
            Clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    private async Task<Guest> ComeAsync(string name)
    {
        var writer = await ConnectAsync();
        await writer.JoinAsync(Request(name) with { ChatOnly = true });
        return writer;
    }

    private async Task CloseAsync(Guest[] writers, Func<Task> close)
    {
        var said = new ConcurrentDictionary<long, string>();
        var enough = new TaskCompletionSource();
        var line = await WriteEndAsync();
        var writing = writers.Select(writer => WriteAsync(writer, said, enough)).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(10));

        await close();
        var end = (await Server.Get<IChatLog>().AppendAsync(line)).Entry!.Sequence;
        var late = await Task.WhenAll(writers.Select(writer => Guest.RefusalAsync(() => writer.SayAsync("Too late"))));

        Assert.All(late, code => Assert.Equal(ErrorCodes.NotAllowed, code));
        Assert.All(await Task.WhenAll(writing), code => Assert.Equal(ErrorCodes.NotAllowed, code));
        Assert.Equal(end + 1, (await Ada.SayAsync("Still here")).Sequence);
        var stored = (await Ada.ReadChatAsync(end + 1)).Where(message => message.Text?.StartsWith("Words", StringComparison.Ordinal) == true)
            .Where(message => message.Sequence >= said.Keys.Min()).ToDictionary(message => message.Sequence, message => message.Text!);
        Assert.Equal(said.OrderBy(one => one.Key), stored.OrderBy(one => one.Key));
    }

    /// <summary>A line that takes the next place past every gate, in the moment in which it is appended.</summary>
    private async Task<ChatAppend> WriteEndAsync()
    {
        Assert.True(RoomCode.TryParse(Room, out var code));
        var room = await Server.Get<IRoomStore>().FindAsync(code, CancellationToken.None);
        var ada = (await ReadRoomAsync(Room))!.Participants.Single(p => p.Id == Ada.Id);
        return new ChatAppend(room!.Id, ChatEntryKind.Text, Clock.GetUtcNow(), ada.Person, ada.Name, Guid.NewGuid().ToString("N"), "End");
    }

    /// <summary>Writes until it is refused.</summary>
    /// <returns>With which code.</returns>
    private static async Task<string> WriteAsync(Guest writer, ConcurrentDictionary<long, string> said, TaskCompletionSource enough)
    {
        return await Guest.RefusalAsync(async () =>
        {
            while (true)
            {
                var text = $"Words {Guid.NewGuid()}";
                Assert.True(said.TryAdd((await writer.SayAsync(text)).Sequence, text));
                if (said.Count >= SaidBefore)
                {
                    enough.TrySetResult();
                }
            }
        });
    }
}
