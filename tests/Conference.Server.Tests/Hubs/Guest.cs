using System.Threading.Channels;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Conference.Server.Tests.Hubs;

/// <summary>One page on the hub: calls it, and keeps what it is told until a test asks.</summary>
public sealed class Guest : IAsyncDisposable
{
    public static readonly ParticipantMedia Silent = new(MicrophoneState.Muted, CameraState.Off);
    public static readonly ParticipantMedia Sharing = new(MicrophoneState.Muted, CameraState.Off, ScreenState.On);
    public static readonly ParticipantMedia Open = new(MicrophoneState.On, CameraState.On);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SortedDictionary<long, ChatMessage> _chat = [];
    private readonly List<object> _unseen = [];
    private readonly Channel<object> _events = Channel.CreateUnbounded<object>();

    private Guest(HubConnection hub)
    {
        Hub = hub;
        Keep<ParticipantJoinedEvent>(nameof(IConferenceClient.ParticipantJoined));
        Keep<ParticipantUpdatedEvent>(nameof(IConferenceClient.ParticipantUpdated));
        Keep<ParticipantLeftEvent>(nameof(IConferenceClient.ParticipantLeft));
        Keep<RoomUpdatedEvent>(nameof(IConferenceClient.RoomUpdated));
        Keep<MessagesAddedEvent>(nameof(IConferenceClient.MessagesAdded));
        Keep<SignalReceivedEvent>(nameof(IConferenceClient.SignalReceived));
        Keep<ReactionReceivedEvent>(nameof(IConferenceClient.ReactionReceived));
        Keep<TypingReceivedEvent>(nameof(IConferenceClient.TypingReceived));
        Keep<SeatEndedEvent>(nameof(IConferenceClient.SeatEnded));
        Keep<HostActedEvent>(nameof(IConferenceClient.HostActed));
        Keep<LobbyAnsweredEvent>(nameof(IConferenceClient.LobbyAnswered));
        Keep<LobbyUpdatedEvent>(nameof(IConferenceClient.LobbyUpdated));
        Keep<GuestWaitingEvent>(nameof(IConferenceClient.GuestWaiting));
        Keep<GuestGoneEvent>(nameof(IConferenceClient.GuestGone));
        Keep<LobbyShownEvent>(nameof(IConferenceClient.LobbyShown));
        Keep<MessagesDeletedEvent>(nameof(IConferenceClient.MessagesDeleted));
        hub.On(nameof(IConferenceClient.SeatTaken), () => _events.Writer.TryWrite(SeatTaken.Instance));
    }

    public HubConnection Hub { get; }

    public Seat Seat { get; private set; } = null!;

    /// <summary>What it knows of the room, as far as it was read.</summary>
    public PageView View { get; private set; } = null!;

    public string Id => Seat.ParticipantId;

    /// <summary>Connects a page that has not joined yet.</summary>
    public static async Task<Guest> ConnectAsync(ConferenceVisitor visitor)
    {
        var guest = new Guest(visitor.CreateHubConnection());
        await guest.Hub.StartAsync().WaitAsync(Patience);
        return guest;
    }

    /// <summary>A page on a connection that was made in another way.</summary>
    public static Guest On(HubConnection hub) => new(hub);

    public static JoinRoomRequest Request(string code, string name = "Ada") => new(code, name, "page1", Silent);

    /// <summary>Joins and expects a seat.</summary>
    public async Task<Seat> JoinAsync(JoinRoomRequest request)
    {
        var result = await TryJoinAsync(request);
        Assert.Equal(JoinStatus.Joined, result.Status);
        Seat = result.Seat!;
        View = new PageView(Seat);
        Add(Seat.Chat.Messages);
        return Seat;
    }

    public Task<JoinRoomResult> TryJoinAsync(JoinRoomRequest request) =>
        Hub.InvokeAsync<JoinRoomResult>(nameof(IConferenceServer.JoinRoom), request).WaitAsync(Patience);

    public Task CallAsync(string method, params object?[] arguments) => Hub.InvokeCoreAsync(method, arguments).WaitAsync(Patience);

    public Task<SendMessageResult> SayAsync(string text, string? id = null) => Hub.InvokeAsync<SendMessageResult>(
        nameof(IConferenceServer.SendMessage), new SendMessageRequest(id ?? Guid.NewGuid().ToString("N"), text)).WaitAsync(Patience);

    /// <summary>The code with which the hub refuses this call.</summary>
    public Task<string> RefusalAsync(string method, params object?[] arguments) => RefusalAsync(() => CallAsync(method, arguments));

    public static async Task<string> RefusalAsync(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<HubException>(call);
        var start = refusal.Message.IndexOf("HubException: ", StringComparison.Ordinal) + "HubException: ".Length;
        return refusal.Message[start..].Split(':')[0];
    }

    /// <returns>The code of the refusal; null when it was done.</returns>
    public static async Task<string?> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (HubException refusal)
        {
            return refusal.Message.Split("HubException: ")[^1].Split(':')[0];
        }
    }

    /// <summary>The next thing this page is told, which must be of this type.</summary>
    public async Task<T> NextAsync<T>() => Assert.IsType<T>(await NextAsync());

    /// <summary>What comes of this type, skipping everything before it.</summary>
    public async Task<T> SkipToAsync<T>()
    {
        while (true)
        {
            if (await NextAsync() is T wanted)
            {
                return wanted;
            }
        }
    }

    /// <summary>What this page knows once it has been told everything up to this version of the room.</summary>
    public async Task<PageView> ReadViewAsync(long version)
    {
        while (true)
        {
            _unseen.ForEach(View.Apply);
            _unseen.Clear();
            if (View.Version >= version)
            {
                return View;
            }

            await NextAsync();
        }
    }

    /// <summary>What this page has of the chat once it has everything up to this place: the page it was given, and what it was told since.</summary>
    public async Task<IReadOnlyList<ChatMessage>> ReadChatAsync(long sequence)
    {
        while (_chat.Count == 0 || _chat.Keys.Max() < sequence)
        {
            Add((await SkipToAsync<MessagesAddedEvent>()).Messages);
        }

        return [.. _chat.Values];
    }

    /// <summary>Lets the page go without a word, as a lost network does.</summary>
    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private async Task<object> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var told = await _events.Reader.ReadAsync(patience.Token);
        _unseen.Add(told);
        return told;
    }

    private void Add(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            _chat[message.Sequence] = message;
        }
    }

    private void Keep<T>(string name)
        where T : class => Hub.On<T>(name, told => _events.Writer.TryWrite(told));
}

/// <summary>A page was told that its seat went to another one.</summary>
public sealed record SeatTaken
{
    public static readonly SeatTaken Instance = new();
}
