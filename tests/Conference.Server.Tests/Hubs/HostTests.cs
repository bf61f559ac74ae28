using System.Net;
using Conference.Core;
using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>What hosts do to others in a call, and what holds against whoever does not like it.</summary>
public sealed class HostTests(HubServer server) : HostScene(server)
{
    private static readonly ParticipantMedia Muted = new(MicrophoneState.Muted, CameraState.On);

    [Fact]
    public async Task WhoIsMutedIsToldByWhomAndEverybodySeesIt()
    {
        var bob = await EnterAsync("Bob");
        var cy = await EnterAsync("Cy");

        await MuteAsync(Ada, bob);

        Assert.Equal(new HostActedEvent("Ada", HostAct.Muted), await bob.SkipToAsync<HostActedEvent>());
        var seen = (await cy.SkipToAsync<ParticipantUpdatedEvent>()).Participant;
        Assert.Equal((bob.Id, Muted, true), (seen.Id, seen.Media, seen.MutedByHost));
    }

    [Fact]
    public async Task AMuteIsLiftedOnPurposeOnly()
    {
        var bob = await EnterAsync("Bob");
        await MuteAsync(Ada, bob);

        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open));
        Assert.Equal(MicrophoneState.Muted, (await FindAsync(bob)).Media.Microphone);

        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, Unmute: true));
        Assert.Equal(MicrophoneState.On, (await FindAsync(bob)).Media.Microphone);
    }

    [Fact]
    public async Task WhereHostsUnmuteNobodyElseDoesUntilAsked()
    {
        var bob = await EnterAsync("Bob");
        await ChangeAsync(new ChangeSettingsRequest(MayUnmute: false));
        await MuteAsync(Ada, bob);
        var cy = await EnterAsync("Cy");
        Assert.Equal(MicrophoneState.Muted, (await FindAsync(cy)).Media.Microphone);

        var unmute = new SetMediaRequest(Guest.Open, Unmute: true);
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.SetMedia), unmute));
        await Ada.CallAsync(nameof(IConferenceServer.AskToUnmute), new ParticipantRequest(bob.Id));
        Assert.Equal(MicrophoneState.Muted, (await FindAsync(bob)).Media.Microphone);
        await bob.CallAsync(nameof(IConferenceServer.SetMedia), unmute);

        Assert.Equal(MicrophoneState.On, (await FindAsync(bob)).Media.Microphone);
    }

    [Fact]
    public async Task AReloadLiftsNoMute()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        await MuteAsync(Ada, bob);

        var again = await EnterAsync("Bob", browser, bob.Seat.ResumeToken);

        Assert.Equal(Muted, (await FindAsync(again)).Media);
    }

    [Fact]
    public async Task VideoThatAHostStoppedIsStartedOnPurposeOnly()
    {
        var bob = await EnterAsync("Bob");
        await Ada.CallAsync(nameof(IConferenceServer.StopVideo), new ParticipantRequest(bob.Id));

        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open));
        Assert.Equal(CameraState.Off, (await FindAsync(bob)).Media.Camera);
        await bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, StartVideo: true));

        Assert.Equal(CameraState.On, (await FindAsync(bob)).Media.Camera);
    }

    [Fact]
    public async Task MuteAllLeavesHostsAlone()
    {
        var (bob, cy) = (await EnterAsync("Bob"), await EnterAsync("Cy"));

        await Ada.CallAsync(nameof(IConferenceServer.MuteAll));

        Assert.Equal(Muted, (await FindAsync(bob)).Media);
        Assert.Equal(Muted, (await FindAsync(cy)).Media);
        Assert.Equal(Guest.Open, (await FindAsync(Ada)).Media);
    }

    [Fact]
    public async Task WhoIsRemovedIsOutAtOnceAndStaysOut()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        var cy = await EnterAsync("Cy");
        var closed = new TaskCompletionSource();
        bob.Hub.Closed += _ => Complete(closed);

        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bob.Id));

        Assert.Equal(SeatEnd.Removed, (await bob.SkipToAsync<SeatEndedEvent>()).Reason);
        Assert.Equal(LeaveReason.Removed, (await cy.SkipToAsync<ParticipantLeftEvent>()).Reason);
        Assert.Equal(ErrorCodes.NotJoined, await bob.RefusalAsync(nameof(IConferenceServer.RaiseHand)));
        Clock.Advance(TimeSpan.FromSeconds(2));
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(JoinStatus.Removed, (await AskAsync("Bob", browser, resumeToken: bob.Seat.ResumeToken)).Result.Status);
        Assert.Equal(JoinStatus.Removed, (await AskAsync("Robert", browser)).Result.Status);
        Assert.Equal(JoinStatus.Waiting, (await AskAsync("Bob")).Result.Status);
        using var history = await browser.Http.GetAsync(new Uri($"/api/rooms/{Room}/history", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, history.StatusCode);
    }

    [Fact]
    public async Task WhoIsAllowedBackMayAskAgain()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bob.Id));
        var removed = Assert.Single((await AdasBrowser.ReadAsync<RoomSettingsInfo>($"/api/rooms/{Room}/settings")).Removed);

        using var response = await AdasBrowser.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/rooms/{Room}/removed/{removed.PersonId}", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Clock.GetUtcNow(), removed.RemovedAt);
        Assert.Equal(JoinStatus.Waiting, (await AskAsync("Bob", browser)).Result.Status);
        Assert.Equal((AuditAction.AllowedBack, "Bob"), await LastDeedAsync());
    }

    [Fact]
    public async Task NobodyRemovesThemselvesOrWhoOpenedTheRoom()
    {
        var bob = await EnterAsync("Bob");
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bob.Id, true));

        Assert.Equal(ErrorCodes.OwnSeat, await bob.RefusalAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bob.Id)));
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(Ada.Id)));
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(Ada.Id, false)));
        Assert.Equal(2, (await ReadRoomAsync(Room))!.Participants.Count);
    }

    [Fact]
    public async Task ANewHostSeesWhoWaitsAndAFormerOneDoesNothingMore()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, guest) = await WaitAsync("Bob");
        await Ada.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id));
        await bob.SkipToAsync<LobbyAnsweredEvent>();
        await bob.JoinAsync(Request("Bob"));
        await WaitAsync("Cy");

        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bob.Id, true));
        Assert.Equal("Cy", Assert.Single((await bob.SkipToAsync<LobbyShownEvent>()).Guests).Name);
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bob.Id, false));

        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.AdmitAll)));
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.MuteAll)));
    }

    [Fact]
    public async Task EndingTheCallEndsEverySeatAndItsToken()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        Clock.Advance(TimeSpan.FromMilliseconds(5));

        await Ada.CallAsync(nameof(IConferenceServer.EndCall));

        Assert.Equal(SeatEnd.CallEnded, (await bob.SkipToAsync<SeatEndedEvent>()).Reason);
        Assert.Equal(SeatEnd.CallEnded, (await Ada.SkipToAsync<SeatEndedEvent>()).Reason);
        Assert.Null(await ReadRoomAsync(Room));
        Assert.Equal(JoinStatus.Waiting, (await AskAsync("Bob", browser, resumeToken: bob.Seat.ResumeToken)).Result.Status);
    }

    [Fact]
    public async Task SuspendingIsEverythingAtOnce()
    {
        var bob = await EnterAsync("Bob");

        await Ada.CallAsync(nameof(IConferenceServer.SuspendRoom));

        var room = (await ReadRoomAsync(Room))!;
        Assert.True(room.Settings is { Locked: true, MayChat: false, MayUnmute: false, MayShareScreens: false });
        Assert.Equal(MicrophoneState.Muted, (await FindAsync(bob)).Media.Microphone);
        var message = new SendMessageRequest(Guid.NewGuid().ToString("N"), "Hello");
        Assert.Equal(ErrorCodes.NotAllowed, await bob.RefusalAsync(nameof(IConferenceServer.SendMessage), message));
        await Ada.SayAsync("Wait a moment");
    }

    [Fact]
    public async Task NothingIsStoredBehindTheMomentInWhichTheChatWasTurnedOff()
    {
        var writers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => JoinAsync($"Writer {i}", request => request with { Code = Room, ChatOnly = true })));
        var sending = writers.Select(writer => TryToSayAsync(writer)).ToList();

        await ChangeAsync(new ChangeSettingsRequest(MayChat: false));
        var line = (await Ada.SayAsync("Off now")).Sequence;

        Assert.All(await Task.WhenAll(sending), sequence => Assert.True(sequence is null || sequence < line));
    }

    [Fact]
    public async Task MessagesOfTheCallGoWithWhoIsRemoved()
    {
        var bob = await EnterAsync("Bob");
        var sequence = (await bob.SayAsync("Rubbish")).Sequence;

        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bob.Id, DeleteMessages: true));

        Assert.Equal([sequence], (await Ada.SkipToAsync<MessagesDeletedEvent>()).Sequences);
        var page = await AdasBrowser.ReadAsync<MessagePage>($"/api/rooms/{Room}/messages");
        var gone = Assert.Single(page.Messages, message => message.Sequence == sequence);
        Assert.Equal((true, null), (gone.Deleted, gone.Text));
    }

    [Fact]
    public async Task TheSpotlightEndsWithItsParticipant()
    {
        var bob = await EnterAsync("Bob");

        await Ada.CallAsync(nameof(IConferenceServer.SetSpotlight), new SpotlightRequest(bob.Id));
        Assert.Equal(bob.Id, (await ReadRoomAsync(Room))!.SpotlightId);
        await bob.CallAsync(nameof(IConferenceServer.LeaveRoom));

        Assert.Null((await ReadRoomAsync(Room))!.SpotlightId);
    }

    [Fact]
    public async Task AHostLinkMakesOneOtherBrowserAHost()
    {
        var link = await PostAsync<HostLink>("host-link", "{}");
        var (other, late) = (await VisitAsync(), await VisitAsync());
        var body = $$"""{"secret":"{{link.Secret}}"}""";

        using var used = await other.PostAsync($"/api/rooms/{Room}/host-link/use", body);
        using var usedUp = await late.PostAsync($"/api/rooms/{Room}/host-link/use", body);

        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, usedUp.StatusCode);
        Assert.True((await SeeAsync(other)).IsHost);
        Assert.False((await SeeAsync(late)).IsHost);
    }

    [Fact]
    public async Task AHostLinkCountsInTheCallAtOnceAndLeavesItsLines()
    {
        var bobs = await VisitAsync();
        var bob = await EnterAsync("Bob", bobs);
        var link = await PostAsync<HostLink>("host-link", "{}");
        Assert.Equal((AuditAction.HostLinkMade, null), await LastDeedAsync());

        using var used = await bobs.PostAsync($"/api/rooms/{Room}/host-link/use", $$"""{"secret":"{{link.Secret}}"}""");

        await bob.SkipToAsync<LobbyShownEvent>();
        Assert.Equal((AuditAction.HostLinkUsed, null), await LastDeedAsync());
        await MuteAsync(bob, Ada);
    }

    [Fact]
    public async Task ADeletedRoomIsGoneForEverybody()
    {
        var bob = await EnterAsync("Bob");
        await bob.SayAsync("Hello");

        using var response = await AdasBrowser.Http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/rooms/{Room}", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(SeatEnd.RoomDeleted, (await bob.SkipToAsync<SeatEndedEvent>()).Reason);
        Assert.Equal(JoinStatus.NotFound, (await AskAsync("Bob")).Result.Status);
        using var missing = await AdasBrowser.Http.GetAsync(new Uri($"/api/rooms/{Room}", UriKind.Relative));
        using var never = await AdasBrowser.Http.GetAsync(new Uri("/api/rooms/aaa-aaaa-aab", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(await WithoutTraceAsync(never), await WithoutTraceAsync(missing));
    }

    [Fact]
    public async Task EveryDeedLeavesALine()
    {
        var bob = await EnterAsync("Bob");
        await MuteAsync(Ada, bob);
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bob.Id, true));
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true, Title: "Monthly"));

        var audit = await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit");

        Assert.Equal(
            [(AuditAction.Renamed, "Monthly"), (AuditAction.LobbyOn, null), (AuditAction.MadeHost, "Bob"), (AuditAction.Muted, "Bob")],
            audit.Entries.Select(entry => (entry.Action, entry.Target)));
        Assert.All(audit.Entries, entry => Assert.Equal("Ada", entry.By));
    }

    [Fact]
    public async Task WhatADeedBringsAboutLeavesALineToo()
    {
        var bob = await EnterAsync("Bob");
        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bob.Id, false));
        await WaitAsync("Cy");
        await ChangeAsync(new ChangeSettingsRequest(Lobby: false));

        var audit = await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit");

        Assert.Equal(
            [AuditAction.AdmittedAll, AuditAction.LobbyOff, AuditAction.LobbyOn, AuditAction.Removed],
            audit.Entries.Select(entry => entry.Action));
    }

    private async Task<(AuditAction Action, string? Target)> LastDeedAsync()
    {
        var last = (await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit")).Entries[0];
        return (last.Action, last.Target);
    }

    private static Task Complete(TaskCompletionSource source)
    {
        source.TrySetResult();
        return Task.CompletedTask;
    }

    private static async Task<long?> TryToSayAsync(Guest writer)
    {
        try
        {
            return (await writer.SayAsync("Quick")).Sequence;
        }
        catch (Microsoft.AspNetCore.SignalR.HubException)
        {
            return null;
        }
    }

    private static async Task<string> WithoutTraceAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var trace = body.IndexOf("\"traceId\"", StringComparison.Ordinal);
        return trace < 0 ? body : body[..trace];
    }

    private async Task<T> PostAsync<T>(string path, string json)
    {
        using var response = await AdasBrowser.PostAsync($"/api/rooms/{Room}/{path}", json);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.ReadAsync<T>();
    }

    private async Task<Participant> FindAsync(Guest guest) => (await ReadRoomAsync(Room))!.Participants.Single(p => p.Id == guest.Id);
}
