using System.Text;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>Whatever a page sends: a stable code, and the room stays as it was.</summary>
public sealed class BadInputTests(HubServer server) : HubScene(server)
{
    private const string Id = "00112233445566778899aabbccddeeff";

    /// <summary>Calls whose values are wrong, all made by a participant.</summary>
    public static TheoryData<string, string, object> BadValues => new()
    {
        { ErrorCodes.TextRequired, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id, "") },
        { ErrorCodes.TextRequired, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id, " \n\t ") },
        { ErrorCodes.TextTooLong, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id, new string('a', 4001)) },
        { ErrorCodes.TextInvalid, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id, "a\u0000b") },
        { ErrorCodes.TextInvalid, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id, "a\u001eb") },
        { ErrorCodes.TextInvalid, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id, "a\u202eb") },
        { ErrorCodes.MessageIdInvalid, nameof(IConferenceServer.SendMessage), new SendMessageRequest("", "Hello") },
        { ErrorCodes.MessageIdInvalid, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id.ToUpperInvariant(), "Hello") },
        { ErrorCodes.MessageIdInvalid, nameof(IConferenceServer.SendMessage), new SendMessageRequest(Id + "0", "Hello") },
        { ErrorCodes.InvalidRequest, nameof(IConferenceServer.SendSignal), new SendSignalRequest("", "page1", new Signal("{}")) },
        { ErrorCodes.InvalidRequest, nameof(IConferenceServer.SendSignal), new SendSignalRequest(new string('a', 33), "page1", new Signal("{}")) },
        { ErrorCodes.InvalidRequest, nameof(IConferenceServer.SendSignal), new SendSignalRequest("ada", "page 1", new Signal("{}")) },
        { ErrorCodes.AlreadyJoined, nameof(IConferenceServer.JoinRoom), new JoinRoomRequest("aaa-aaaa-aaa", "Ada", "page1", Guest.Silent) },
    };

    /// <summary>Requests to join whose values are wrong.</summary>
    public static TheoryData<string, JoinRoomRequest> BadJoins
    {
        get
        {
            var request = Guest.Request("aaa-aaaa-aaa");
            return new()
            {
                { ErrorCodes.InvalidCode, request with { Code = "" } },
                { ErrorCodes.InvalidCode, request with { Code = "aaa-aaaa-aa" } },
                { ErrorCodes.InvalidCode, request with { Code = "aaa-aaaa-aa1" } },
                { ErrorCodes.InvalidCode, request with { Code = new string('a', 60_000) } },
                { ErrorCodes.NameRequired, request with { Name = "" } },
                { ErrorCodes.NameRequired, request with { Name = " \t\n " } },
                { ErrorCodes.NameTooLong, request with { Name = new string('a', 65) } },
                { ErrorCodes.NameInvalid, request with { Name = "a\u0007b" } },
                { ErrorCodes.NameInvalid, request with { Name = "a\u202eb" } },
                { ErrorCodes.NameInvalid, request with { Name = "a\nb" } },
                { ErrorCodes.InvalidRequest, request with { InstanceId = "" } },
                { ErrorCodes.InvalidRequest, request with { InstanceId = new string('a', 33) } },
                { ErrorCodes.InvalidRequest, request with { InstanceId = "<page>" } },
                { ErrorCodes.InvalidRequest, request with { ResumeToken = new string('a', 513) } },
                { ErrorCodes.InvalidRequest, request with { JoinToken = new string('a', 4097) } },
                { ErrorCodes.JoinTokenInvalid, request with { JoinToken = new string('a', 4096) } },
                { ErrorCodes.InvalidRequest, request with { LastSequence = -1 } },
            };
        }
    }

    /// <summary>Arguments that are no request at all.</summary>
    public static TheoryData<string, string> BadArguments => new()
    {
        { "SendMessage", "[]" },
        { "SendMessage", "[null]" },
        { "SendMessage", "[{}]" },
        { "SendMessage", "[1]" },
        { "SendMessage", "[[]]" },
        { "SendMessage", $$"""[{"id":"{{Id}}","text":"a"},1]""" },
        { "SendMessage", $$"""[{"id":"{{Id}}"}]""" },
        { "SendMessage", $$"""[{"id":"{{Id}}","text":null}]""" },
        { "SendMessage", $$"""[{"id":"{{Id}}","text":5}]""" },
        { "SendMessage", $$"""[{"id":"{{Id}}","text":"a","text":"b"}]""" },
        { "SendMessage", $$"""[{"id":"{{Id}}","text":"\ud83d"}]""" },
        { "SendMessage", $$"""[{"id":"{{Id}}","text":"\ude00\ud83d"}]""" },
        { "SendMessage", $$"""[{"ID":"{{Id}}","TEXT":"a"}]""" },
        { "SetMedia", """[{"media":{"microphone":"loud","camera":"on"}}]""" },
        { "SetMedia", """[{"media":{"microphone":0,"camera":"on"}}]""" },
        { "SetMedia", """[{"media":{"microphone":"0","camera":"on"}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on, muted","camera":"on"}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on"}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on","camera":"on","screen":"window"}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on","camera":"on","screen":1}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on","camera":"on","screen":null}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on","camera":"on"},"startScreen":"yes"}]""" },
        { "SetMedia", """[{"media":null}]""" },
        { "SendReaction", """[{"reaction":"tomato"}]""" },
        { "SendReaction", """[{"reaction":7}]""" },
        { "SendSignal", """[{"to":"a","toInstance":"b"}]""" },
        { "SendSignal", """[{"to":"a","toInstance":"b","signal":{"candidates":"{}"}}]""" },
        { "SendSignal", """[{"to":"a","toInstance":"b","signal":{"candidates":[1]}}]""" },
        { "RaiseHand", "[1]" },
        { "JoinRoom", """[{"code":"aaa-aaaa-aaa","name":"Ada","instanceId":"p"}]""" },
        { "JoinRoom", """[{"code":"aaa-aaaa-aaa","name":"Ada","instanceId":"p","media":{"microphone":"on","camera":"on"},"chatOnly":"yes"}]""" },
        { "JoinRoom", """[{"code":"aaa-aaaa-aaa","name":"Ada","instanceId":"p","media":{"microphone":"on","camera":"on"},"lastSequence":"5"}]""" },
        { "JoinRoom", """[{"code":"aaa-aaaa-aaa","name":"Ada","instanceId":"p","media":{"microphone":"on","camera":"on"},"lastSequence":1.5}]""" },
        { "JoinRoom", """[{"code":"aaa-aaaa-aaa","name":"Ada","instanceId":"p","media":{"microphone":"on","camera":"on"},"lastSequence":99999999999999999999}]""" },
    };

    public static TheoryData<string, object[]> CallsOfParticipants => new()
    {
        { nameof(IConferenceServer.LeaveRoom), [] },
        { nameof(IConferenceServer.SendSignal), [new SendSignalRequest("a", "b", new Signal("{}"))] },
        { nameof(IConferenceServer.RenewIceServers), [] },
        { nameof(IConferenceServer.SendMessage), [new SendMessageRequest(Id, "Hello")] },
        { nameof(IConferenceServer.SetMedia), [new SetMediaRequest(Guest.Open)] },
        { nameof(IConferenceServer.RaiseHand), [] },
        { nameof(IConferenceServer.LowerHand), [] },
        { nameof(IConferenceServer.StartRecording), [] },
        { nameof(IConferenceServer.StopRecording), [] },
        { nameof(IConferenceServer.SendReaction), [new SendReactionRequest(Reaction.Clap)] },
        { nameof(IConferenceServer.NotifyTyping), [] },
        { nameof(IConferenceServer.SetName), [new SetNameRequest("Ada")] },
        { nameof(IConferenceServer.AdmitGuest), [new GuestRequest("a")] },
        { nameof(IConferenceServer.DenyGuest), [new GuestRequest("a")] },
        { nameof(IConferenceServer.AdmitAll), [] },
        { nameof(IConferenceServer.MuteParticipant), [new ParticipantRequest("a")] },
        { nameof(IConferenceServer.MuteAll), [] },
        { nameof(IConferenceServer.StopVideo), [new ParticipantRequest("a")] },
        { nameof(IConferenceServer.StopScreen), [new ParticipantRequest("a")] },
        { nameof(IConferenceServer.AskToUnmute), [new ParticipantRequest("a")] },
        { nameof(IConferenceServer.LowerHandOf), [new ParticipantRequest("a")] },
        { nameof(IConferenceServer.SetSpotlight), [new SpotlightRequest("a")] },
        { nameof(IConferenceServer.SetHost), [new SetHostRequest("a", true)] },
        { nameof(IConferenceServer.RemoveParticipant), [new RemoveParticipantRequest("a")] },
        { nameof(IConferenceServer.SuspendRoom), [] },
        { nameof(IConferenceServer.EndCall), [] },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task WrongValueHasItsCodeAndChangesNothing(string code, string method, object request)
    {
        var ada = await JoinAsync("Ada");
        var before = await ReadRoomAsync();

        Assert.Equal(code, await ada.RefusalAsync(method, request));

        AssertSame(before!, await ReadRoomAsync());
        Assert.Equal(2, (await ada.SayAsync("Still here")).Sequence);
    }

    [Theory]
    [MemberData(nameof(BadJoins))]
    public async Task WrongRequestToJoinHasItsCodeAndTakesNoSeat(string code, JoinRoomRequest request)
    {
        var ada = await ConnectAsync();
        request = request.Code == "aaa-aaaa-aaa" ? request with { Code = Code } : request;

        Assert.Equal(code, await Guest.RefusalAsync(() => ada.TryJoinAsync(request)));

        Assert.Null(await ReadRoomAsync());
        await ada.JoinAsync(Guest.Request(Code));
    }

    [Theory]
    [MemberData(nameof(BadArguments))]
    public async Task WrongArgumentsAreAnInvalidRequest(string method, string arguments)
    {
        var bob = await JoinAsync("Bob");
        using var raw = await RawConnection.ConnectAsync(await VisitAsync());
        Assert.Null(await raw.CallAsync("JoinRoom", JoinArguments()));
        var before = await ReadRoomAsync();

        Assert.Equal(ErrorCodes.InvalidRequest, await raw.CallAsync(method, arguments));

        AssertSame(before!, await ReadRoomAsync());
        Assert.Null(await raw.CallAsync("RaiseHand", "[]"));
        await bob.SayAsync("Still here");
    }

    [Theory]
    [MemberData(nameof(CallsOfParticipants))]
    public async Task CallsBeforeJoiningAndAfterLeavingAreRefused(string method, object[] arguments)
    {
        var ada = await ConnectAsync();
        Assert.Equal(ErrorCodes.NotJoined, await ada.RefusalAsync(method, arguments));

        await ada.JoinAsync(Guest.Request(Code));
        await ada.CallAsync(nameof(IConferenceServer.LeaveRoom));

        Assert.Equal(ErrorCodes.NotJoined, await ada.RefusalAsync(method, arguments));
        Assert.Null(await ReadRoomAsync());
    }

    [Fact]
    public void EveryMethodButJoiningIsAmongTheCallsOfParticipants() => Assert.Equal(
        typeof(IConferenceServer).GetMethods().Select(method => method.Name).Where(name => name != nameof(IConferenceServer.JoinRoom)).Order(),
        CallsOfParticipants.Select(row => (string)row[0]).Order());

    [Theory]
    [InlineData("Steal", "[]")]
    [InlineData("Steal", "[1,2,3]")]
    [InlineData("OnDisconnectedAsync", "[null]")]
    [InlineData("Dispose", "[]")]
    [InlineData("", "[]")]
    public async Task UnknownMethodHasItsCode(string method, string arguments)
    {
        using var raw = await RawConnection.ConnectAsync(await VisitAsync());
        Assert.Equal(ErrorCodes.UnknownMethod, await raw.CallAsync(method, arguments));
    }

    [Fact]
    public async Task StreamsAreRefused()
    {
        using var raw = await RawConnection.ConnectAsync(await VisitAsync());
        await raw.SendAsync("""{"type":4,"invocationId":"1","target":"RaiseHand","arguments":[]}""");
        Assert.Equal(ErrorCodes.InvalidRequest, await raw.ReadRefusalAsync());

        await raw.SendAsync("""{"type":1,"invocationId":"2","target":"RaiseHand","arguments":[],"streamIds":["1"]}""");
        Assert.Equal(ErrorCodes.InvalidRequest, await raw.ReadRefusalAsync());
    }

    [Fact]
    public async Task MessageUpTo64KiBIsReadAndOneByteMoreClosesTheConnection()
    {
        using var raw = await RawConnection.ConnectAsync(await VisitAsync());
        Assert.Null(await raw.CallAsync("JoinRoom", JoinArguments()));

        await raw.SendAsync(Message(64 * 1024));
        Assert.Equal(ErrorCodes.TextTooLong, await raw.ReadRefusalAsync());

        await raw.SendAsync(Message((64 * 1024) + 1));
        await raw.WaitForEndAsync();
        await AssertSeatIsHeldAsync();
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "no JSON", Encoding.UTF8.GetBytes("hello") },
        { "half of a message", Encoding.UTF8.GetBytes("""{"type":1,"target":""") },
        { "no object", Encoding.UTF8.GetBytes("[1]") },
        { "arguments that are no list", Encoding.UTF8.GetBytes("""{"type":1,"invocationId":"1","target":"RaiseHand","arguments":"none"}""") },
        { "no type", Encoding.UTF8.GetBytes("{}") },
        { "malformed UTF-8", [.. Encoding.UTF8.GetBytes("""{"type":1,"target":"RaiseHand","arguments":[],"x":""" + "\""), 0xC3, 0x28, .. "\"}"u8] },
        { "deep nesting", Encoding.UTF8.GetBytes("""{"type":1,"target":"RaiseHand","arguments":[""" + new string('[', 100) + new string(']', 100) + "]}") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task BrokenFramesEndTheirConnectionAndNoOther(string what, byte[] frame)
    {
        var bob = await JoinAsync("Bob");
        using var raw = await RawConnection.ConnectAsync(await VisitAsync());
        Assert.Null(await raw.CallAsync("JoinRoom", JoinArguments()));

        await raw.SendAsync(frame);
        await raw.WaitForEndAsync();

        await bob.SayAsync(what);
        Assert.Equal([true, false], (await WaitForLossAsync()).Participants.Select(p => p.ConnectionId is not null));
    }

    [Fact]
    public async Task HandshakeOfAnotherProtocolIsRefused()
    {
        using var raw = await RawConnection.ConnectAsync(await VisitAsync(), """{"protocol":"messagepack","version":1}""");
        await raw.WaitForEndAsync();
    }

    /// <summary>A message of this length with the separator that follows it.</summary>
    private static byte[] Message(int length)
    {
        var head = $$"""{"type":1,"invocationId":"1","target":"SendMessage","arguments":[{"id":"{{Id}}","text":" """.TrimEnd();
        const string Tail = "\"}]}";
        return Encoding.UTF8.GetBytes($"{head}{new string('a', length - head.Length - Tail.Length - 1)}{Tail}");
    }

    private static void AssertSame(RoomState before, RoomState? after)
    {
        Assert.Equal(before.Participants, after!.Participants);
        Assert.Equal(before.Lobby, after.Lobby);
        Assert.Equal(before, after with { Participants = before.Participants, Lobby = before.Lobby });
    }

    private string JoinArguments() =>
        $$$"""[{"code":"{{{Code}}}","name":"Raw","instanceId":"raw","media":{"microphone":"none","camera":"none"}}]""";

    private async Task AssertSeatIsHeldAsync() => Assert.Null(Assert.Single((await WaitForLossAsync()).Participants).ConnectionId);

    /// <summary>The server ends a connection a moment after it closed the socket.</summary>
    private async Task<RoomState> WaitForLossAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var room = (await ReadRoomAsync())!;
            if (room.Participants.Any(p => p.ConnectionId is null))
            {
                return room;
            }

            await Task.Yield();
        }
    }
}
