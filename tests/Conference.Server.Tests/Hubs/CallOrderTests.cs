using Conference.Core;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Hubs;

public sealed class CallOrderTests(HubServer server) : HubScene(server)
{
    [Fact]
    public async Task MessagesThatDoNotWaitForEachOtherKeepTheirOrder()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        var texts = Enumerable.Range(0, 20).Select(i => $"Line {i}").ToList();

        var answers = await Task.WhenAll(texts.Select(text => ada.SayAsync(text)));

        var chat = await bob.ReadChatAsync(answers.Max(answer => answer.Sequence));
        Assert.Equal(texts, chat.Where(message => message.Text is not null).Select(message => message.Text));
    }

    [Fact]
    public async Task AMessageThatWaitsForTheDiskHoldsUpNoOtherCallOfItsSender()
    {
        var ada = await JoinAsync("Ada");
        Task<SendMessageResult> storing;
        await using (await LockDatabaseAsync())
        {
            storing = ada.SayAsync("Waits");
            await ada.CallAsync(nameof(IConferenceServer.RaiseHand));
            Assert.False(storing.IsCompleted);
        }

        Assert.Equal("Waits", (await ada.ReadChatAsync((await storing).Sequence))[^1].Text);
    }

    [Fact]
    public async Task TwoJoinsAtOnceAreOneSeatAndOneRefusal()
    {
        var ada = await ConnectAsync();
        var request = Guest.Request(Code);

        var first = ada.JoinAsync(request);
        var second = ada.TryJoinAsync(request);

        await first;
        Assert.Equal(ErrorCodes.AlreadyJoined, await Guest.RefusalAsync(() => second));
        Assert.Single((await ReadRoomAsync())!.Participants);
    }

    [Fact]
    public async Task ALeaveWaitsForTheMessagesBeforeItToBeTaken()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");

        var said = ada.SayAsync("Goodbye");
        var left = ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        await left;
        Assert.Equal("Goodbye", (await bob.ReadChatAsync((await said).Sequence))[^1].Text);
    }

    private async Task<SqliteConnection> LockDatabaseAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "conference.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
