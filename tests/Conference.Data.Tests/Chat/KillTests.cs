using System.Collections.Concurrent;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data.Tests.Chat;

/// <summary>The real server, ended in the middle of the talk: what it acknowledged is there, once, in the order it said.</summary>
public sealed class KillTests : IDisposable
{
    private const int Senders = 4;
    private const int AcknowledgedBeforeTheEnd = 60;
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, SendMessageResult> _acknowledged = new();
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatWasAcknowledgedOutlivesTheServer()
    {
        string code;
        await using (var server = await ConferenceProcess.StartAsync(
            _folder.Path, "--Limits:ChatRate=1000000", "--Limits:ChatBurst=1000000"))
        {
            using var visitor = await server.VisitAsync();
            code = await visitor.CreateRoomAsync();
            var talking = Enumerable.Range(0, Senders).Select(_ => TalkAsync(server, code)).ToList();
            await _enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await server.KillAsync();
            await Task.WhenAll(talking);
        }

        var entries = await ReadAsync(code);

        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(entry => entry.Sequence));
        var texts = entries.Where(entry => entry.Kind == ChatEntryKind.Text).ToDictionary(entry => entry.MessageId!);
        Assert.All(_acknowledged, sent =>
        {
            var entry = texts[sent.Key];
            Assert.Equal((sent.Value.Sequence, sent.Value.SentAt, $"text {sent.Key}"), (entry.Sequence, entry.SentAt, entry.Text));
        });
    }

    /// <summary>Sends one message after the other until the server is gone.</summary>
    private async Task TalkAsync(ConferenceProcess server, string code)
    {
        using var visitor = await server.VisitAsync();
        await using var connection = await visitor.ConnectAsync();
        await connection.InvokeAsync<JoinRoomResult>(
            "JoinRoom",
            new JoinRoomRequest(code, "Ada", "page1", new ParticipantMedia(MicrophoneState.None, CameraState.None), ChatOnly: true));
        try
        {
            while (true)
            {
                var id = Guid.NewGuid().ToString("N");
                _acknowledged[id] = await connection.InvokeAsync<SendMessageResult>("SendMessage", new SendMessageRequest(id, $"text {id}"));
                if (_acknowledged.Count >= AcknowledgedBeforeTheEnd)
                {
                    _enough.TrySetResult();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or TaskCanceledException
            or System.Net.WebSockets.WebSocketException)
        {
            // The server is gone.
        }
    }

    private async Task<IReadOnlyList<ChatEntry>> ReadAsync(string code)
    {
        await using var services = TestDatabase.CreateServices(_folder.Path);
        await services.GetRequiredService<IConferenceDatabase>().OpenAsync(CancellationToken.None);
        Assert.True(RoomCode.TryParse(code, out var roomCode));
        var room = await services.GetRequiredService<IRoomStore>().FindAsync(roomCode, CancellationToken.None);
        var page = await services.GetRequiredService<IChatHistory>().ReadPageAsync(
            room!.Id, new ChatPageQuery(After: 0, Limit: int.MaxValue - 1), CancellationToken.None);
        return page.Entries;
    }
}
