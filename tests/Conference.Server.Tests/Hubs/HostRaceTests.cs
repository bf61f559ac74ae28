using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>
/// Hosts who act at once, and answers that come too late: each has one outcome, which the server, the database and every page agree on. Whoever is
/// first is first; who is second meets what the first one did.
/// </summary>
public sealed class HostRaceTests(HubServer server) : HostScene(server)
{
    private const int Rounds = 10;

    /// <summary>A mute always lands; the request to unmute is good if it came after it.</summary>
    [Fact]
    public async Task OfAMuteAndARequestToUnmuteTheLaterOneCountsForTheRightAndTheMuteForTheSound()
    {
        var (bea, bob) = (await EnterHostAsync("Bea"), await EnterAsync("Bob"));
        await ChangeAsync(new ChangeSettingsRequest(MayUnmute: false));
        for (var i = 0; i < Rounds; i++)
        {
            await Task.WhenAll(
                Ada.CallAsync(nameof(IConferenceServer.MuteParticipant), new ParticipantRequest(bob.Id)),
                bea.CallAsync(nameof(IConferenceServer.AskToUnmute), new ParticipantRequest(bob.Id)));

            var seen = (await AgreeAsync(Ada, bea, bob)).Participants.Single(p => p.Id == bob.Id);
            Assert.Equal((MicrophoneState.Muted, true), (seen.Media.Microphone, seen.MutedByHost));
            var unmuting = await Guest.OutcomeAsync(() => bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, Unmute: true)));
            Assert.Equal(seen.UnmuteAllowed ? null : ErrorCodes.NotAllowed, unmuting);
        }
    }

    [Fact]
    public async Task OfAMuteAndAnUnmuteTheLaterOneCountsForEverybody()
    {
        var (bea, bob) = (await EnterHostAsync("Bea"), await EnterAsync("Bob"));
        for (var i = 0; i < Rounds; i++)
        {
            await Task.WhenAll(
                Ada.CallAsync(nameof(IConferenceServer.MuteParticipant), new ParticipantRequest(bob.Id)),
                bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, Unmute: true)));

            var seen = (await AgreeAsync(Ada, bea, bob)).Participants.Single(p => p.Id == bob.Id);
            Assert.Equal(seen.MutedByHost, seen.Media.Microphone == MicrophoneState.Muted);
        }
    }

    [Fact]
    public async Task OfTwoHostsWhoAnswerOnePersonTheFirstDecidesAndTheSecondIsTold()
    {
        var bea = await EnterHostAsync("Bea");
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        for (var i = 0; i < Rounds; i++)
        {
            var browser = await VisitAsync();
            var (page, guest) = await WaitAsync($"Guest {i}", browser);

            var outcomes = await Task.WhenAll(
                Guest.OutcomeAsync(() => Ada.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id))),
                Guest.OutcomeAsync(() => bea.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest(guest.Id))));

            Assert.Equal([null, ErrorCodes.NotWaiting], outcomes.Order(StringComparer.Ordinal));
            var isAdmitted = outcomes[0] is null;
            Assert.Equal(isAdmitted, (await page.NextAsync<LobbyAnsweredEvent>()).Admitted);
            Assert.Equal(isAdmitted ? RoomEntry.Open : RoomEntry.Denied, (await SeeAsync(browser)).Entry);
            await AgreeAsync(Ada, bea);
            Assert.Empty(bea.View.Lobby);
            Assert.Equal(isAdmitted ? JoinStatus.Joined : JoinStatus.Denied, (await page.TryJoinAsync(Request($"Guest {i}"))).Status);
        }
    }

    [Fact]
    public async Task OfTwoHostsWhoChangeSettingsNeitherUndoesTheOther()
    {
        var beasBrowser = await VisitAsync();
        var (bea, bob) = (await EnterHostAsync("Bea", beasBrowser), await EnterAsync("Bob"));

        using var titled = await ChangeAtOnceAsync(beasBrowser, """{"mayReact":false,"title":"Bea's"}""", """{"mayChat":false,"title":"Ada's"}""");

        var state = await AgreeAsync(Ada, bea, bob);
        Assert.Equal((false, false), (state.Settings.MayChat, state.Settings.MayReact));
        Assert.Contains(state.Title, new[] { "Ada's", "Bea's" });
        var kept = await AdasBrowser.ReadAsync<RoomSettingsInfo>($"/api/rooms/{Room}/settings");
        Assert.Equal((state.Title, state.Settings), (kept.Title, kept.Settings));
    }

    [Fact]
    public async Task OfTwoHostsWhoTakeEachOthersRightsOneIsLeft()
    {
        var (bea, cy) = (await EnterHostAsync("Bea"), await EnterHostAsync("Cy"));
        for (var i = 0; i < Rounds; i++)
        {
            var outcomes = await Task.WhenAll(
                Guest.OutcomeAsync(() => bea.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(cy.Id, false))),
                Guest.OutcomeAsync(() => cy.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bea.Id, false))));

            Assert.Equal([null, ErrorCodes.NotAllowed], outcomes.Order(StringComparer.Ordinal));
            var state = await AgreeAsync(Ada, bea, cy);
            Assert.Equal((outcomes[0] is null, outcomes[1] is null), (IsHost(state, bea), IsHost(state, cy)));
            await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(outcomes[0] is null ? cy.Id : bea.Id, true));
        }
    }

    [Fact]
    public async Task OfTwoHostsWhoRemoveEachOtherOneIsLeft()
    {
        var (bea, cy) = (await EnterHostAsync("Bea"), await EnterHostAsync("Cy"));

        var outcomes = await Task.WhenAll(
            Guest.OutcomeAsync(() => bea.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(cy.Id))),
            Guest.OutcomeAsync(() => cy.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bea.Id))));

        Assert.Equal([null, ErrorCodes.NotJoined], outcomes.Order(StringComparer.Ordinal));
        var (left, gone) = outcomes[0] is null ? (bea, cy) : (cy, bea);
        Assert.Equal(SeatEnd.Removed, (await gone.SkipToAsync<SeatEndedEvent>()).Reason);
        var state = await AgreeAsync(Ada, left);
        Assert.DoesNotContain(state.Participants, p => p.Id == gone.Id);
        var settings = await AdasBrowser.ReadAsync<RoomSettingsInfo>($"/api/rooms/{Room}/settings");
        Assert.Equal(gone.Seat.PersonId, Assert.Single(settings.Removed).PersonId);
    }

    [Fact]
    public async Task NobodyRemovesThemselvesAndEverybodyStaysWhereTheyAre()
    {
        var (bea, bob) = (await EnterHostAsync("Bea"), await EnterAsync("Bob"));
        var before = await AgreeAsync(Ada, bea, bob);

        Assert.Equal(ErrorCodes.OwnSeat, await bea.RefusalAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bea.Id)));
        Assert.Equal(ErrorCodes.OwnSeat, await Ada.RefusalAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(Ada.Id)));

        Assert.Equal(before.Version + 1, (await AgreeAsync(Ada, bea, bob)).Version);
    }

    [Fact]
    public async Task TheLastHostKeepsTheRightsAndMayHandThemOnFirst()
    {
        var bea = await EnterAsync("Bea");
        Assert.Equal(ErrorCodes.NotAllowed, await Ada.RefusalAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(Ada.Id, false)));

        // Whoever opened it is a host for good; the rule of the last one is for rooms whose owner is nobody any more.
        await MakeOwnerlessAsync();
        var takeBack = new SetHostRequest(Ada.Id, false);
        Assert.Equal(ErrorCodes.LastHost, await Ada.RefusalAsync(nameof(IConferenceServer.SetHost), takeBack));
        Assert.True(IsHost(await AgreeAsync(Ada, bea), Ada));
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bea.Id, true));
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), takeBack);

        var state = await AgreeAsync(bea, Ada);
        Assert.Equal((false, true), (IsHost(state, Ada), IsHost(state, bea)));
        Assert.Equal(ErrorCodes.LastHost, await bea.RefusalAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(bea.Id, false)));
    }

    [Fact]
    public async Task AnAdmissionAfterTheDenialIsTooLate()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, guest) = await WaitAsync("Bob");
        await Ada.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest(guest.Id));

        Assert.Equal(ErrorCodes.NotWaiting, await Ada.RefusalAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id)));

        Assert.False((await bob.NextAsync<LobbyAnsweredEvent>()).Admitted);
        Assert.Equal(JoinStatus.Denied, (await bob.TryJoinAsync(Request("Bob"))).Status);
    }

    /// <summary>Either the guest went first and nobody was admitted, or the answer came first and there was no place to give up any more.</summary>
    [Fact]
    public async Task AnAdmissionOfOneWhoIsLeavingHasOneOutcome()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        for (var i = 0; i < Rounds; i++)
        {
            var browser = await VisitAsync();
            var (page, guest) = await WaitAsync($"Guest {i}", browser);

            var outcomes = await Task.WhenAll(
                Guest.OutcomeAsync(() => Ada.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id))),
                Guest.OutcomeAsync(() => page.CallAsync(nameof(IConferenceServer.LeaveRoom))));

            Assert.Contains((outcomes[0], outcomes[1]), new (string?, string?)[] { (null, ErrorCodes.NotJoined), (ErrorCodes.NotWaiting, null) });
            Assert.Equal(outcomes[0] is null ? RoomEntry.Open : RoomEntry.Lobby, (await SeeAsync(browser)).Entry);
            Assert.Empty((await AgreeAsync(Ada)).Lobby);
        }
    }

    [Fact]
    public async Task AnOldAdmissionOpensNoLaterWait()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var browser = await VisitAsync();
        var (bob, first) = await WaitAsync("Bob", browser);
        await Ada.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(first.Id));
        Clock.Advance(TimeSpan.FromMilliseconds(5));
        await Ada.CallAsync(nameof(IConferenceServer.EndCall));
        Clock.Advance(TimeSpan.FromMilliseconds(5));
        await Ada.JoinAsync(Request("Ada"));

        Assert.Equal(JoinStatus.Waiting, (await bob.TryJoinAsync(Request("Bob"))).Status);
        Assert.Equal(ErrorCodes.NotWaiting, await Ada.RefusalAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(first.Id)));

        Assert.Equal("Bob", Assert.Single((await ReadRoomAsync(Room))!.Lobby).Name);
        Assert.Equal(RoomEntry.Lobby, (await SeeAsync(browser)).Entry);
    }

    [Fact]
    public async Task ATokenOfAnEndedCallOrOfARemovedPersonOpensNothing()
    {
        var (bobs, cys) = (await VisitAsync(), await VisitAsync());
        var (bob, cy) = (await EnterAsync("Bob", bobs), await EnterAsync("Cy", cys));
        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(cy.Id));
        await Ada.CallAsync(nameof(IConferenceServer.EndCall));
        Clock.Advance(TimeSpan.FromMilliseconds(5));
        var host = await EnterAsync("Ada", AdasBrowser);
        await ChangeAsync(new ChangeSettingsRequest(Locked: true));

        Assert.Equal(JoinStatus.Locked, (await AskAsync("Bob", bobs, resumeToken: bob.Seat.ResumeToken)).Result.Status);
        Assert.Equal(JoinStatus.Removed, (await AskAsync("Cy", cys, resumeToken: cy.Seat.ResumeToken)).Result.Status);
        Assert.Equal(JoinStatus.Locked, (await AskAsync("Eve", resumeToken: bob.Seat.ResumeToken)).Result.Status);

        Assert.Equal(host.Id, Assert.Single((await AgreeAsync(host)).Participants).Id);
    }

    [Fact]
    public async Task OneTokenOnManyConnectionsIsOneSeat()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);

        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => EnterAsync("Bob", browser, bob.Seat.ResumeToken)));

        Assert.All(pages, page => Assert.Equal(bob.Id, page.Id));
        var state = await AgreeAsync(Ada);
        Assert.Equal(2, state.Participants.Count);
        var owners = await Task.WhenAll(pages.Select(page => Guest.OutcomeAsync(() => page.CallAsync(nameof(IConferenceServer.LowerHand)))));
        Assert.Single(owners, outcome => outcome is null);
        Assert.Equal(4, owners.Count(outcome => outcome == ErrorCodes.NotJoined));
    }

    [Fact]
    public async Task WhoJoinsWhileTheRoomIsBeingLockedIsInOrOut()
    {
        for (var i = 0; i < 3; i++)
        {
            var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ConnectAsync()));
            var joining = pages.Select(page => page.TryJoinAsync(Request("Bob") with { ChatOnly = true })).ToList();
            await ChangeAsync(new ChangeSettingsRequest(Locked: true));
            var results = await Task.WhenAll(joining);

            Assert.All(results, result => Assert.Contains(result.Status, new[] { JoinStatus.Joined, JoinStatus.Locked }));
            var state = await AgreeAsync(Ada);
            Assert.Equal(
                results.Where(result => result.Status == JoinStatus.Joined).Select(result => result.Seat!.ParticipantId).Order(),
                state.Participants.Where(p => p.Id != Ada.Id).Select(p => p.Id).Order());
            Assert.Equal(JoinStatus.Locked, (await AskAsync("Cy")).Result.Status);
            await Task.WhenAll(results.Zip(pages).Where(one => one.First.Seat is not null).Select(one => one.Second.CallAsync(nameof(IConferenceServer.LeaveRoom))));
            await ChangeAsync(new ChangeSettingsRequest(Locked: false));
        }
    }

    private static bool IsHost(RoomState state, Guest guest) => state.Participants.Single(p => p.Id == guest.Id).IsHost;

    private async Task<Guest> EnterHostAsync(string name, ConferenceVisitor? browser = null)
    {
        var guest = await EnterAsync(name, browser);
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(guest.Id, true));
        return guest;
    }

    /// <summary>Waits until these pages have been told everything, and finds that they know the same as the server. The first one does something for that.</summary>
    private async Task<RoomState> AgreeAsync(params Guest[] pages)
    {
        // What comes on a connection behind everything else shows that it is all there.
        var last = pages[0];
        await last.CallAsync(last.View.HasHandUp(last.Id) ? nameof(IConferenceServer.LowerHand) : nameof(IConferenceServer.RaiseHand));
        var state = (await ReadRoomAsync(Room))!;
        foreach (var page in pages)
        {
            var view = await page.ReadViewAsync(state.Version);
            Assert.Equal(PageView.Of(state), view.ToString());
        }

        return state;
    }

    private async Task<HttpResponseMessage> ChangeAtOnceAsync(ConferenceVisitor other, string others, string own)
    {
        var path = $"/api/rooms/{Room}/settings";
        var answers = await Task.WhenAll(other.PatchAsync(path, others), AdasBrowser.PatchAsync(path, own));
        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode));
        answers[1].Dispose();
        return answers[0];
    }

    /// <summary>The room is one whose owner signed in as somebody else: nobody owns it.</summary>
    private async Task MakeOwnerlessAsync()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "conference.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Persons SET IsOwner = 0 WHERE IsOwner AND RoomId = (SELECT Id FROM Rooms WHERE Code = @code)";
        command.Parameters.AddWithValue("@code", Room.Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(1, command.ExecuteNonQuery());
        await Ada.CallAsync(nameof(IConferenceServer.LeaveRoom));
        await Ada.JoinAsync(Request("Ada"));
    }
}
