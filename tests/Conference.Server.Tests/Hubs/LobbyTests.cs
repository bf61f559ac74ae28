using System.Net;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Hubs;

/// <summary>The door: lobby, lock and password.</summary>
public sealed class LobbyTests(HubServer server) : HostScene(server)
{
    [Fact]
    public async Task WhoIsAdmittedCallsAgainAndHasASeat()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, guest) = await WaitAsync("Bob");
        Assert.Equal("Bob", guest.Name);

        await Ada.CallAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id));

        Assert.True((await bob.SkipToAsync<LobbyAnsweredEvent>()).Admitted);
        Assert.Equal(guest.Id, (await Ada.SkipToAsync<GuestGoneEvent>()).GuestId);
        await bob.JoinAsync(Request("Bob"));
        Assert.Equal("Bob", (await Ada.SkipToAsync<ParticipantJoinedEvent>()).Participant.Name);
    }

    [Fact]
    public async Task WhoIsDeniedIsToldAndMayAskAgainAMinuteLater()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, guest) = await WaitAsync("Bob");

        await Ada.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest(guest.Id));

        Assert.False((await bob.SkipToAsync<LobbyAnsweredEvent>()).Admitted);
        Assert.Equal(JoinStatus.Denied, (await bob.TryJoinAsync(Request("Bob"))).Status);
        Clock.Advance(Doorkeeper.DenialLength);
        Assert.Equal(JoinStatus.Waiting, (await bob.TryJoinAsync(Request("Bob"))).Status);
    }

    [Fact]
    public async Task WhoWasInTheRoomReadsItsHistoryThoughDeniedLater()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        await Ada.SayAsync("For Bob too");
        await bob.CallAsync(nameof(IConferenceServer.LeaveRoom));
        await Ada.CallAsync(nameof(IConferenceServer.EndCall));
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Ada = await EnterAsync("Ada", AdasBrowser);
        var (_, guest) = await WaitAsync("Bob", browser);

        await Ada.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest(guest.Id));

        using var history = await browser.Http.GetAsync(new Uri($"/api/rooms/{Room}/messages", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, history.StatusCode);
    }

    [Fact]
    public async Task AnAdmissionCountsFromTheCallsFirstMoment()
    {
        await Ada.CallAsync(nameof(IConferenceServer.EndCall));
        Clock.Advance(TimeSpan.FromTicks(7));
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        Ada = await EnterAsync("Ada", AdasBrowser);
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        await bob.CallAsync(nameof(IConferenceServer.LeaveRoom));

        Assert.Equal(JoinStatus.Joined, (await AskAsync("Bob", browser)).Result.Status);
    }

    [Fact]
    public async Task WhoWaitsIsToldNothingButOfTheLobby()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true, LobbyMessage: "At half past"));
        var (bob, _) = await WaitAsync("Bob");
        await Ada.SayAsync("Confidential");
        await Ada.CallAsync(nameof(IConferenceServer.RaiseHand));
        await Ada.CallAsync(nameof(IConferenceServer.SendReaction), new SendReactionRequest(Reaction.Clap));

        await ChangeAsync(new ChangeSettingsRequest(LobbyMessage: "At noon"));
        Assert.Equal(new LobbyUpdatedEvent(true, "At noon"), await bob.NextAsync<LobbyUpdatedEvent>());

        await Ada.CallAsync(nameof(IConferenceServer.LeaveRoom));
        Assert.Equal(new LobbyUpdatedEvent(false, "At noon"), await bob.NextAsync<LobbyUpdatedEvent>());
    }

    [Fact]
    public async Task AHostWhoArrivesLetsNobodyIn()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        await Ada.CallAsync(nameof(IConferenceServer.LeaveRoom));
        var (bob, early) = await AskAsync("Bob");
        Assert.Equal(JoinStatus.Waiting, early.Status);
        Assert.False(early.Lobby!.HostPresent);

        var host = await EnterAsync("Ada", AdasBrowser);

        Assert.Equal("Bob", Assert.Single(host.Seat.Lobby!).Name);
        Assert.Equal(new LobbyUpdatedEvent(true, ""), await bob.NextAsync<LobbyUpdatedEvent>());
    }

    [Theory]
    [InlineData(nameof(IConferenceServer.SendMessage))]
    [InlineData(nameof(IConferenceServer.RaiseHand))]
    [InlineData(nameof(IConferenceServer.AdmitAll))]
    [InlineData(nameof(IConferenceServer.EndCall))]
    public async Task WhoWaitsMayDoNothingElse(string method)
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, _) = await WaitAsync("Bob");
        object[] arguments = method == nameof(IConferenceServer.SendMessage) ? [new SendMessageRequest(Guid.NewGuid().ToString("N"), "Hello")] : [];

        Assert.Equal(ErrorCodes.NotJoined, await bob.RefusalAsync(method, arguments));
    }

    [Fact]
    public async Task OfTwoHostsTheFirstAnswers()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (_, guest) = await WaitAsync("Bob");

        await Ada.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest(guest.Id));

        Assert.Equal(ErrorCodes.NotWaiting, await Ada.RefusalAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id)));
    }

    [Fact]
    public async Task WhoGaveUpCannotBeAdmitted()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, guest) = await WaitAsync("Bob");

        await bob.CallAsync(nameof(IConferenceServer.LeaveRoom));

        Assert.Equal(guest.Id, (await Ada.SkipToAsync<GuestGoneEvent>()).GuestId);
        Assert.Equal(ErrorCodes.NotWaiting, await Ada.RefusalAsync(nameof(IConferenceServer.AdmitGuest), new GuestRequest(guest.Id)));
    }

    [Fact]
    public async Task AnotherPageOfOnePersonTakesThePlaceInTheLobby()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var browser = await VisitAsync();
        var (first, before) = await WaitAsync("Bob", browser);

        var (_, after) = await WaitAsync("Bob", browser);

        Assert.Same(SeatTaken.Instance, await first.NextAsync<SeatTaken>());
        Assert.NotEqual(before.Id, after.Id);
        Assert.Single((await ReadRoomAsync(Room))!.Lobby);
    }

    [Fact]
    public async Task TurningTheLobbyOffAdmitsWhoWaits()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, _) = await WaitAsync("Bob");
        var (cy, _) = await WaitAsync("Cy");

        await ChangeAsync(new ChangeSettingsRequest(Lobby: false));

        Assert.True((await bob.SkipToAsync<LobbyAnsweredEvent>()).Admitted);
        Assert.True((await cy.SkipToAsync<LobbyAnsweredEvent>()).Admitted);
    }

    [Fact]
    public async Task WhateverElseAHostChangesLetsNobodyIn()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var (bob, guest) = await WaitAsync("Bob");

        Assert.False((await ChangeAsync(new ChangeSettingsRequest(Title: "Monthly"))).HasPassword);

        await Ada.CallAsync(nameof(IConferenceServer.DenyGuest), new GuestRequest(guest.Id));
        Assert.False((await bob.SkipToAsync<LobbyAnsweredEvent>()).Admitted);
    }

    [Fact]
    public async Task ALockKeepsNewcomersOutAndLetsHoldersOfSeatsBack()
    {
        var browser = await VisitAsync();
        var bob = await EnterAsync("Bob", browser);
        await ChangeAsync(new ChangeSettingsRequest(Locked: true));
        var token = bob.Seat.ResumeToken;
        await bob.DisposeAsync();

        Assert.Equal(JoinStatus.Locked, (await AskAsync("Cy")).Result.Status);
        Assert.Equal(RoomEntry.Locked, (await SeeAsync(await VisitAsync())).Entry);
        Assert.True((await EnterAsync("Bob", browser, token)).Seat.Resumed);
        await Ada.CallAsync(nameof(IConferenceServer.LeaveRoom));
        Assert.True((await EnterAsync("Ada", AdasBrowser)).Seat.IsHost);
    }

    [Fact]
    public async Task APasswordIsAskedForAndWrongOnesAreLimited()
    {
        Assert.True((await ChangeAsync(new ChangeSettingsRequest(Password: "open sesame"))).HasPassword);
        var stranger = await VisitAsync();
        Assert.True((await SeeAsync(stranger)).NeedsPassword);

        Assert.Equal(JoinStatus.PasswordRequired, (await AskAsync("Bob", stranger)).Result.Status);
        Assert.Equal(JoinStatus.PasswordWrong, (await AskAsync("Bob", stranger, "wrong")).Result.Status);
        Assert.Equal(JoinStatus.Joined, (await AskAsync("Bob", stranger, "open sesame")).Result.Status);

        Clock.Advance(TimeSpan.FromMinutes(1));
        var guesser = await ConnectAsync();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(JoinStatus.PasswordWrong, (await guesser.TryJoinAsync(Request("Eve") with { Password = $"guess {i}" })).Status);
        }

        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => guesser.TryJoinAsync(Request("Eve") with { Password = "open sesame" })));
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task WhoIsInTheRoomIsToldToThoseOnlyWhoWouldGetIn()
    {
        var stranger = await VisitAsync();
        Assert.Equal("Ada", Assert.Single((await SeeAsync(stranger)).Participants).Name);

        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));

        var seen = await SeeAsync(stranger);
        Assert.Equal(RoomEntry.Lobby, seen.Entry);
        Assert.Empty(seen.Participants);
        Assert.Single((await SeeAsync(AdasBrowser)).Participants);
    }

    [Fact]
    public async Task TheDoorOutlivesTheServer()
    {
        await using var own = Conference.TestKit.ConferenceServer.Start();
        using var host = await own.VisitAsync();
        var room = await host.CreateRoomAsync("Weekly");
        using (var response = await host.PatchAsync($"/api/rooms/{room}/settings", """{"lobby":true,"password":"open sesame"}"""))
        {
            response.EnsureSuccessStatusCode();
        }

        await own.RestartAsync();

        using var stranger = await own.VisitAsync();
        var seen = await stranger.ReadAsync<RoomInfo>($"/api/rooms/{room}");
        Assert.Equal((RoomEntry.Lobby, true), (seen.Entry, seen.NeedsPassword));
        Assert.True((await host.ReadAsync<RoomInfo>($"/api/rooms/{room}")).IsHost);
    }
}
