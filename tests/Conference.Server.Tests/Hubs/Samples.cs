using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>One of each message, by the name of its file in <c>tests/protocol</c>.</summary>
internal static class Samples
{
    private const string Code = "kmr-vxtd-hpe";
    private const string Epoch = "5d1f0c2b9a7e4466";
    private const string AdaId = "0f3a9c1d2b4e5f607182";
    private const string BobId = "9b8a7c6d5e4f30211203";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ParticipantMedia Open = new(MicrophoneState.On, CameraState.On);
    private static readonly ParticipantMedia Silent = new(MicrophoneState.Muted, CameraState.None);
    private static readonly ParticipantInfo Ada = new(AdaId, "p4ada0000000000a", "Ada Lovelace", "a1B2c3D4", true, false, true, Open);
    private static readonly ParticipantInfo Bob = new(BobId, "p4bob0000000000b", "Bob 👋", "e5F6g7H8", false, true, false, Silent, Start.AddMinutes(2));

    private static readonly ParticipantMedia Sharing = new(MicrophoneState.On, CameraState.Off, ScreenState.Paused);
    private static readonly RoomSettings Strict = new(Lobby: true, Locked: false, MayShareScreens: false, MayChat: true, MayUnmute: false);
    private static readonly ParticipantInfo Held = Bob with { MutedByHost = true, VideoStoppedByHost = true, ScreenStoppedByHost = true, UnmuteAllowed = true };
    private static readonly WaitingGuest Cy = new("7e6d5c4b3a2910ffeedd", "p4cy00000000000c", "Cy", Start.AddMinutes(4));
    private static readonly ChatMessage Gone = new(2, ChatMessageKind.Text, Start.AddMilliseconds(1500), "p4ada0000000000a", "Ada Lovelace", "00112233445566778899aabbccddeeff", Deleted: true);

    private static readonly ChatMessage Started = new(1, ChatMessageKind.CallStarted, Start, Ada.PersonId, Ada.Name);

    private static readonly ChatMessage Text = new(
        2, ChatMessageKind.Text, Start.AddMilliseconds(1500), Ada.PersonId, Ada.Name, "00112233445566778899aabbccddeeff", "Hello\n\u201cworld\u201d <b> & \u2028 é 👋");

    private static readonly ChatMessage Ended = new(3, ChatMessageKind.CallEnded, Start.AddMinutes(31), Call: new CallSummary(1860, 2));

    private static readonly MessagePage Page = new([Started, Text, Ended], HasEarlier: false, HasLater: true, Ada.PersonId);
    private static readonly RoomSnapshot Room = new(Code, "Weekly", Epoch, 7, Start, Start.AddMinutes(3), [Ada, Bob], Strict, BobId);

    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["JoinRoomRequest"] = new JoinRoomRequest(Code, "Ada Lovelace", "a1B2c3D4", Open),
        ["JoinRoomRequest.returning"] = new JoinRoomRequest(Code, "Ada", "a1B2c3D4", Silent, ChatOnly: true, "CfDJ8token", LastSequence: 2),
        ["JoinRoomResult.joined"] = new JoinRoomResult(JoinStatus.Joined, new Seat(
            AdaId, Ada.PersonId, true, "CfDJ8token", false, Room, Page, [new IceServer(["turn:turn.example:3478"], "user", "secret"), new IceServer(["stun:stun.example"])], 600, [Cy])),
        ["RenewIceServersResult"] = new RenewIceServersResult([new IceServer(["turn:turn.example:3478", "turns:turn.example:443?transport=tcp"], "1772445600:0f3a9c1d2b4e5f607182", "secret")], 600),
        ["JoinRoomResult.notFound"] = new JoinRoomResult(JoinStatus.NotFound),
        ["JoinRoomResult.full"] = new JoinRoomResult(JoinStatus.Full, ParticipantLimit: 16),
        ["JoinRoomRequest.token"] = new JoinRoomRequest(Code, "Ada", "a1B2c3D4", Silent, JoinToken: "eyJhbGciOiJIUzI1NiJ9.e30.c2ln"),
        ["JoinRoomRequest.password"] = new JoinRoomRequest(Code, "Ada", "a1B2c3D4", Silent, Password: "open sesame"),
        ["JoinRoomResult.waiting"] = new JoinRoomResult(
            JoinStatus.Waiting, Lobby: new LobbyPlace("Weekly", "We start at half past.", true, Start.AddMinutes(4), Start.AddMinutes(5))),
        ["JoinRoomResult.locked"] = new JoinRoomResult(JoinStatus.Locked),
        ["JoinRoomResult.denied"] = new JoinRoomResult(JoinStatus.Denied),
        ["JoinRoomResult.removed"] = new JoinRoomResult(JoinStatus.Removed),
        ["JoinRoomResult.passwordRequired"] = new JoinRoomResult(JoinStatus.PasswordRequired),
        ["JoinRoomResult.passwordWrong"] = new JoinRoomResult(JoinStatus.PasswordWrong),
        ["SetNameRequest"] = new SetNameRequest("Ada L."),
        ["GuestRequest"] = new GuestRequest(Cy.Id),
        ["ParticipantRequest"] = new ParticipantRequest(BobId),
        ["SpotlightRequest"] = new SpotlightRequest(BobId),
        ["SpotlightRequest.end"] = new SpotlightRequest(),
        ["SetHostRequest"] = new SetHostRequest(BobId, true),
        ["RemoveParticipantRequest"] = new RemoveParticipantRequest(BobId, DeleteMessages: true),
        ["SetMediaRequest.onPurpose"] = new SetMediaRequest(Open, Unmute: true, StartVideo: true),
        ["SetMediaRequest.screen"] = new SetMediaRequest(Sharing, StartScreen: true),
        ["ParticipantUpdatedEvent.sharing"] = new ParticipantUpdatedEvent(9, Ada with { Media = Sharing }),
        ["ParticipantUpdatedEvent.recording"] = new ParticipantUpdatedEvent(9, Ada with { RecordingSince = Start.AddMinutes(3) }),
        ["HostActedEvent.screenStopped"] = new HostActedEvent("Ada Lovelace", HostAct.ScreenStopped),
        ["ParticipantUpdatedEvent.held"] = new ParticipantUpdatedEvent(9, Held),
        ["SeatEndedEvent.removed"] = new SeatEndedEvent(SeatEnd.Removed),
        ["SeatEndedEvent.callEnded"] = new SeatEndedEvent(SeatEnd.CallEnded),
        ["SeatEndedEvent.linkChanged"] = new SeatEndedEvent(SeatEnd.LinkChanged),
        ["SeatEndedEvent.roomDeleted"] = new SeatEndedEvent(SeatEnd.RoomDeleted),
        ["HostActedEvent"] = new HostActedEvent("Ada Lovelace", HostAct.AskedToUnmute),
        ["LobbyAnsweredEvent"] = new LobbyAnsweredEvent(true),
        ["LobbyUpdatedEvent"] = new LobbyUpdatedEvent(false, ""),
        ["GuestWaitingEvent"] = new GuestWaitingEvent(Cy),
        ["GuestGoneEvent"] = new GuestGoneEvent(Cy.Id),
        ["LobbyShownEvent"] = new LobbyShownEvent([Cy]),
        ["MessagesDeletedEvent"] = new MessagesDeletedEvent([2, 5]),
        ["MessagesAddedEvent.deleted"] = new MessagesAddedEvent([Gone]),
        ["RoomSettingsInfo"] = new RoomSettingsInfo("Weekly", Strict, true, 30, "We start at half past.", [new RemovedPerson(Cy.PersonId, Cy.Name, Start)]),
        ["ChangeSettingsRequest"] = new ChangeSettingsRequest(Lobby: true, Password: "", KeepDays: 0),
        ["AuditPage"] = new AuditPage([new AuditEntry(Start, "Ada Lovelace", AuditAction.Removed, "Cy"), new AuditEntry(Start, "Ada Lovelace", AuditAction.LobbyOn)]),
        ["HostLink"] = new HostLink("c2VjcmV0", Start.AddDays(1)),
        ["UseHostLinkRequest"] = new UseHostLinkRequest("c2VjcmV0"),
        ["SendSignalRequest.description"] = new SendSignalRequest(BobId, "e5F6g7H8", new Signal("{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}")),
        ["SendSignalRequest.candidates"] = new SendSignalRequest(BobId, "e5F6g7H8", new Signal(Candidates: ["{\"candidate\":\"\"}"])),
        ["SendSignalRequest.note"] = new SendSignalRequest(BobId, "e5F6g7H8", new Signal(Note: "{\"wish\":{}}")),
        ["SendMessageRequest"] = new SendMessageRequest(Text.Id!, Text.Text!),
        ["SendMessageResult"] = new SendMessageResult(2, Text.SentAt),
        ["SetMediaRequest"] = new SetMediaRequest(Silent),
        ["SendReactionRequest"] = new SendReactionRequest(Reaction.ThumbsUp),
        ["ParticipantJoinedEvent"] = new ParticipantJoinedEvent(8, Ada),
        ["ParticipantUpdatedEvent"] = new ParticipantUpdatedEvent(9, Bob),
        ["ParticipantLeftEvent.left"] = new ParticipantLeftEvent(10, BobId, LeaveReason.Left),
        ["ParticipantLeftEvent.vanished"] = new ParticipantLeftEvent(11, AdaId, LeaveReason.Vanished),
        ["RoomUpdatedEvent"] = new RoomUpdatedEvent(12, "kmr-vxtd-hpe", "", Strict),
        ["MessagesAddedEvent"] = new MessagesAddedEvent([Started, Text, Ended]),
        ["SignalReceivedEvent"] = new SignalReceivedEvent(AdaId, "a1B2c3D4", new Signal("{\"type\":\"answer\"}", ["{}"])),
        ["ReactionReceivedEvent"] = new ReactionReceivedEvent(AdaId, Reaction.Celebrate),
        ["TypingReceivedEvent"] = new TypingReceivedEvent(AdaId),
        ["CreateRoomRequest"] = new CreateRoomRequest("Weekly"),
        ["RoomLink"] = new RoomLink("abc-defg-hij"),
        ["RenameRoomRequest"] = new RenameRoomRequest(""),
        ["CheckIceServers"] = new CheckIceServers([new IceServer(["stun:conference.example:3478"]), new IceServer(["turn:turn.example"], "1800000060:check-1", "secret")]),
        ["SessionInfo"] = new SessionInfo(IsSignInAvailable: true, IsSignInRequiredToOpenRooms: true, "Ada Lovelace"),
        ["SessionInfo.guest"] = new SessionInfo(IsSignInAvailable: false, IsSignInRequiredToOpenRooms: false),
        ["RoomInfo"] = new RoomInfo(Code, "Weekly", true, 500, [new PersonInfo(Ada.PersonId, Ada.Name, true)], RoomEntry.Open),
        ["RoomInfo.closed"] = new RoomInfo(Code, "Weekly", false, 500, [], RoomEntry.Lobby, NeedsPassword: true),
        ["RoomListItem"] = new RoomListItem(Code, "Weekly", true, 2, Ada.PersonId, Text, Text.SentAt),
        ["MessagePage"] = Page,
        ["MessageDays"] = new MessageDays([1, 2, 31]),
        ["HistoryInfo"] = new HistoryInfo(Code, "Weekly", Ada.PersonId, 1, Text.SentAt, Text.SentAt, [new PersonInfo(Ada.PersonId, Ada.Name, true)]),
        ["SearchResult"] = new SearchResult(1200, [900, 12, 2]),
    };
}
