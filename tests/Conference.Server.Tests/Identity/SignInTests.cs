using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Hubs;

namespace Conference.Server.Tests.Identity;

/// <summary>What signing in and out makes of a browser.</summary>
public sealed class SignInTests(LoginServer login) : SignInScene(login)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task AGuestSeesThatOneCanSignIn() =>
        Assert.Equal(new SessionInfo(true, false), await Ada.ReadAsync<SessionInfo>("/api/session"));

    [Fact]
    public async Task TheGuestsRoomsBecomeThePersons()
    {
        Assert.Equal("/", await SignInAsync(Ada));

        Assert.Equal("Ada Lovelace", await ReadNameAsync(Ada));
        Assert.Equal([Code], await ReadRoomsAsync(Ada));
        Assert.True((await Ada.ReadAsync<RoomInfo>(RoomPath)).IsHost);
    }

    [Fact]
    public async Task RoomsFollowThePersonOverBrowsers()
    {
        await SignInAsync(Ada);
        var phone = await VisitAsync();
        var hers = await phone.CreateRoomAsync("From the phone");

        await SignInAsync(phone);

        Assert.Equal(new[] { Code, hers }.Order(), (await ReadRoomsAsync(phone)).Order());
        Assert.Equal(new[] { Code, hers }.Order(), (await ReadRoomsAsync(Ada)).Order());
        Assert.True((await phone.ReadAsync<RoomInfo>(RoomPath)).IsHost);
    }

    [Fact]
    public async Task SomebodyElseIsSomebodyElse()
    {
        await SignInAsync(Ada);
        var bob = await VisitAsync();
        Login.Person = ("bob", "Bob");

        await SignInAsync(bob);

        Assert.Equal("Bob", await ReadNameAsync(bob));
        Assert.Empty(await ReadRoomsAsync(bob));
    }

    [Fact]
    public async Task WhoSignsInAfterAnotherInTheSameBrowserGetsNothingOfTheirs()
    {
        await SignInAsync(Ada);
        Login.Person = ("bob", "Bob");

        await SignInAsync(Ada);

        Assert.Equal("Bob", await ReadNameAsync(Ada));
        Assert.Empty(await ReadRoomsAsync(Ada));
    }

    [Fact]
    public async Task SigningOutMakesAGuestWhomNobodyKnows()
    {
        await SignInAsync(Ada);

        using var response = await Ada.PostAsync("/api/session/sign-out", "{}");

        Assert.Equal(new SessionInfo(true, false), await response.ReadAsync<SessionInfo>());
        Assert.Null(await ReadNameAsync(Ada));
        Assert.Empty(await ReadRoomsAsync(Ada));
        Assert.False((await Ada.ReadAsync<RoomInfo>(RoomPath)).IsHost);
        await SignInAsync(Ada);
        Assert.Equal([Code], await ReadRoomsAsync(Ada));
    }

    [Fact]
    public async Task AGuestWhoSignsOutKeepsTheirRooms()
    {
        using var response = await Ada.PostAsync("/api/session/sign-out", "{}");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal([Code], await ReadRoomsAsync(Ada));
    }

    [Fact]
    public async Task NoPageOfAnotherSiteSignsAnybodyOut()
    {
        await SignInAsync(Ada);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session/sign-out");
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await Ada.Http.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
        using var link = await Ada.GetAsync("/api/session/sign-out", "application/json");
        Assert.Equal(404, (int)link.StatusCode);
        Assert.Equal("Ada Lovelace", await ReadNameAsync(Ada));
    }

    [Fact]
    public async Task ThePersonsCookieIsAsTheGuests()
    {
        var back = await LogInAsync(await BeginAsync(Ada));

        using var response = await Ada.GetAsync(back.PathAndQuery, "text/html");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("conference-visitor=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Equal(["conference-visitor"], Ada.Cookies.GetAllCookies().Select(kept => kept.Name));
    }

    [Fact]
    public async Task BehindHttpsEveryCookieOfASignInStaysThere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var response = await Ada.Http.SendAsync(request);

        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
        Assert.Contains("redirect_uri=https%3A%2F%2F127.0.0.1", response.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARemovalOutlivesASignIn()
    {
        var bob = await VisitAsync();
        await JoinAsync(bob, "Bob");
        await RemoveAsync("Bob");
        Login.Person = ("bob", "Bob");

        await SignInAsync(bob);

        Assert.Equal(RoomEntry.Removed, (await bob.ReadAsync<RoomInfo>(RoomPath)).Entry);
    }

    [Fact]
    public async Task ASeatOfTheRunningCallBecomesThePersons()
    {
        await using var page = await Guest.ConnectAsync(Ada);
        var ended = new TaskCompletionSource();
        page.Hub.Closed += _ => Task.FromResult(ended.TrySetResult());
        var seat = await page.JoinAsync(Guest.Request(Code));

        await SignInAsync(Ada);

        await ended.Task.WaitAsync(Patience);
        await using var again = await Guest.ConnectAsync(Ada);
        var same = await again.JoinAsync(Guest.Request(Code) with { ResumeToken = seat.ResumeToken });
        Assert.Equal(seat.ParticipantId, same.ParticipantId);
        Assert.Equal(seat.PersonId, same.PersonId);
        Assert.True(same.Resumed);
        Assert.True(same.IsHost);
    }

    [Fact]
    public async Task WhoWasInTheRoomInAnotherBrowserGetsASeatOfTheirOwn()
    {
        var bob = await VisitAsync();
        Login.Person = ("bob", "Bob");
        await SignInAsync(bob);
        var first = await JoinAsync(bob, "Bob");
        var phone = await VisitAsync();
        var asGuest = await JoinAsync(phone, "Bob's phone");
        await SignInAsync(phone);

        await using var again = await Guest.ConnectAsync(phone);
        var seat = await again.JoinAsync(Guest.Request(Code, "Bob") with { ResumeToken = asGuest.ResumeToken });

        Assert.Equal(first.PersonId, seat.PersonId);
        Assert.NotEqual(asGuest.ParticipantId, seat.ParticipantId);
    }

    [Fact]
    public async Task AnotherBrowserCannotUseTheSeatAfterwards()
    {
        var seat = await JoinAsync(Ada, "Ada");
        await SignInAsync(Ada);
        var bob = await VisitAsync();
        await using var page = await Guest.ConnectAsync(bob);

        var own = await page.JoinAsync(Guest.Request(Code, "Bob") with { ResumeToken = seat.ResumeToken });

        Assert.NotEqual(seat.ParticipantId, own.ParticipantId);
        Assert.False(own.IsHost);
    }

    private async Task RemoveAsync(string name)
    {
        await using var host = await Guest.ConnectAsync(Ada);
        var seat = await host.JoinAsync(Guest.Request(Code));
        var target = seat.Room.Participants.Single(participant => participant.Name == name);
        await host.CallAsync("RemoveParticipant", new RemoveParticipantRequest(target.Id, DeleteMessages: false));
    }
}
