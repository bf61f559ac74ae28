using System.Net;
using Conference.Core;
using Conference.Core.Audit;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>A room that gets a new link: what the old one is still good for.</summary>
public sealed class NewLinkTests(HubServer server) : HostScene(server)
{
    [Fact]
    public async Task TheOldLinkFindsNothingAtOnceAndTheNewOneTheRoom()
    {
        var old = Room;
        var stranger = await VisitAsync();
        var link = await ChangeLinkAsync();

        Assert.Equal(JoinStatus.NotFound, (await AskAsync("Eve", stranger)).Result.Status);
        using var missing = await stranger.Http.GetAsync(new Uri($"/api/rooms/{old}", UriKind.Relative));
        using var settings = await AdasBrowser.Http.GetAsync(new Uri($"/api/rooms/{old}/settings", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (missing.StatusCode, settings.StatusCode));
        Assert.Equal("Weekly", (await stranger.ReadAsync<RoomInfo>($"/api/rooms/{link}")).Title);
        var found = await ConnectAsync(stranger);
        Assert.Equal(JoinStatus.Joined, (await found.TryJoinAsync(Guest.Request(link, "Eve"))).Status);
    }

    [Fact]
    public async Task WhoIsInTheCallStaysAndIsToldTheNewOne()
    {
        var bob = await EnterAsync("Bob");
        var link = await ChangeLinkAsync();

        Assert.Equal(link, (await bob.SkipToAsync<RoomUpdatedEvent>()).Code);
        Assert.Equal(link, (await Ada.SkipToAsync<RoomUpdatedEvent>()).Code);
        await bob.SayAsync("Still here");
        Assert.Equal(2, (await ReadRoomAsync(link))!.Participants.Count);
    }

    [Fact]
    public async Task WhoWaitsIsTurnedAwayAndHostsSeeIt()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (page, guest) = await WaitAsync("Cy");

        await ChangeLinkAsync();

        Assert.Equal(SeatEnd.LinkChanged, (await page.SkipToAsync<SeatEndedEvent>()).Reason);
        Assert.Equal(guest.Id, (await Ada.SkipToAsync<GuestGoneEvent>()).GuestId);
        Assert.Equal(ErrorCodes.NotWaiting, await Ada.RefusalAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id)));
    }

    [Fact]
    public async Task WhoMissedItReturnsToTheSeatByTheOldOne()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        await bob.DisposeAsync();
        var link = await ChangeLinkAsync();

        var back = await EnterAsync("Bob", browser, bob.Seat.ResumeToken);

        Assert.Equal((bob.Id, true, link), (back.Id, back.Seat.Resumed, back.Seat.Room.Code));
    }

    [Fact]
    public async Task TheTokenOfAnotherVisitorOpensTheOldOneForNobody()
    {
        var bob = await EnterAsync("Bob");
        await ChangeLinkAsync();

        var (_, result) = await AskAsync("Eve", resumeToken: bob.Seat.ResumeToken);

        Assert.Equal(JoinStatus.NotFound, result.Status);
    }

    [Fact]
    public async Task WhoWasRemovedOrSentAwayWithEverybodyDoesNotReturnByTheOldOne()
    {
        var (bobs, cys) = (await VisitAsync(), await VisitAsync());
        var (bob, cy) = (await EnterAsync("Bob", bobs), await EnterAsync("Cy", cys));
        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(bob.Id));
        await Ada.CallAsync(nameof(IConferenceServer.EndCall));
        var link = await ChangeLinkAsync();

        Assert.Equal(JoinStatus.NotFound, (await AskAsync("Bob", bobs, resumeToken: bob.Seat.ResumeToken)).Result.Status);
        Assert.Equal(JoinStatus.NotFound, (await AskAsync("Cy", cys, resumeToken: cy.Seat.ResumeToken)).Result.Status);
        Assert.Empty(await bobs.ReadAsync<RoomListItem[]>("/api/rooms"));
        Assert.Equal(link, Assert.Single(await cys.ReadAsync<RoomListItem[]>("/api/rooms")).Code);
    }

    [Fact]
    public async Task AHostLinkOfTheOldOneIsVoid()
    {
        using var made = await AdasBrowser.PostAsync($"/api/rooms/{Room}/host-link", "{}");
        var secret = (await made.ReadAsync<HostLink>()).Secret;
        await ChangeLinkAsync();

        using var used = await (await VisitAsync()).PostAsync($"/api/rooms/{Room}/host-link/use", $$"""{"secret":"{{secret}}"}""");

        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
    }

    [Fact]
    public async Task OfTwoHostsTheFirstChangesItAndTheOtherIsToldThatTheOldOneIsGone()
    {
        var answers = await Task.WhenAll(
            AdasBrowser.PostAsync($"/api/rooms/{Room}/link", "{}"), AdasBrowser.PostAsync($"/api/rooms/{Room}/link", "{}"));

        var done = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NotFound);
        var link = (await done.ReadAsync<RoomLink>()).Code;
        var audit = await AdasBrowser.ReadAsync<AuditPage>($"/api/rooms/{link}/audit");
        Assert.Equal("Ada", Assert.Single(audit.Entries, line => line.Action == AuditAction.LinkChanged).By);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task AParticipantHasNoNewLinkToGive()
    {
        var browser = await VisitAsync();
        await EnterAsync("Bob", browser);

        using var refused = await browser.PostAsync($"/api/rooms/{Room}/link", "{}");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.True((await SeeAsync(AdasBrowser)).IsHost);
    }

    private async Task<string> ChangeLinkAsync()
    {
        using var response = await AdasBrowser.PostAsync($"/api/rooms/{Room}/link", "{}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.ReadAsync<RoomLink>()).Code;
    }
}
