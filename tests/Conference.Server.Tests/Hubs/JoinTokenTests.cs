using Conference.Core;
using Conference.Core.Audit;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Server.Tests.Hubs;

/// <summary>What a good join token gives: a way past the door, a name, and rights.</summary>
public sealed class JoinTokenTests(HubServer server) : HostScene(server)
{
    [Fact]
    public async Task ATokenPassesLobbyLockAndPassword()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true, Locked: true, Password: "open sesame"));

        var (page, result) = await ComeAsync(Token());

        Assert.Equal(JoinStatus.Joined, result.Status);
        Assert.False(result.Seat!.IsHost);
        Assert.Equal("Grace Hopper", result.Seat.Room.Participants.Single(one => one.Id == result.Seat.ParticipantId).Name);
        Assert.Equal(ErrorCodes.NotAllowed, await page.RefusalAsync(nameof(IConferenceServer.MuteAll)));
    }

    [Fact]
    public async Task EachKindOfKeyIsGood()
    {
        foreach (var credentials in new[] { JoinTokenSite.BySecret(JoinTokenSite.Secret), JoinTokenSite.ByRsa, JoinTokenSite.ByCurve })
        {
            Assert.Equal(JoinStatus.Joined, (await ComeAsync(Token(change: token => token.SigningCredentials = credentials))).Result.Status);
        }
    }

    [Fact]
    public async Task AHostsTokenMakesAHostAndSaysSo()
    {
        var browser = await VisitAsync();

        var (_, result) = await ComeAsync(Token("host"), browser);

        Assert.True(result.Seat!.IsHost);
        Assert.True((await SeeAsync(browser)).IsHost);
        var audit = await browser.ReadAsync<AuditPage>($"/api/rooms/{Room}/audit");
        Assert.Equal(("Grace Hopper", AuditAction.JoinTokenUsed), (audit.Entries[0].By, audit.Entries[0].Action));
    }

    [Fact]
    public async Task WhoseRightsWereTakenDoesNotGetThemBackWithTheSameToken()
    {
        var browser = await VisitAsync();
        var token = Token("host");
        var (page, result) = await ComeAsync(token, browser);
        await Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(result.Seat!.ParticipantId, Host: false));
        await page.CallAsync(nameof(IConferenceServer.LeaveRoom));

        var (_, again) = await ComeAsync(token, browser);

        Assert.Equal(JoinStatus.Joined, again.Status);
        Assert.False(again.Seat!.IsHost);
    }

    [Fact]
    public async Task AParticipantsTokenTakesNothingFromAHost()
    {
        var (_, result) = await ComeAsync(Token(), AdasBrowser);

        Assert.True(result.Seat!.IsHost);
    }

    [Fact]
    public async Task WhoWasRemovedStaysOutWithAnyToken()
    {
        var browser = await VisitAsync();
        var (_, result) = await ComeAsync(Token(), browser);
        await Ada.CallAsync(nameof(IConferenceServer.RemoveParticipant), new RemoveParticipantRequest(result.Seat!.ParticipantId, DeleteMessages: false));

        Assert.Equal(JoinStatus.Removed, (await ComeAsync(Token("host"), browser)).Result.Status);
    }

    [Fact]
    public async Task ATokenBelongsToTheBrowserThatCameWithItFirst()
    {
        var browser = await VisitAsync();
        var token = Token("host");
        await ComeAsync(token, browser);

        Assert.Equal(ErrorCodes.JoinTokenInvalid, await RefusalAsync(token));
        Assert.Equal(JoinStatus.Joined, (await ComeAsync(token, browser)).Result.Status);
    }

    [Fact]
    public async Task AnotherSpellingOfASignatureIsTheSameToken()
    {
        var token = Token("host");
        await ComeAsync(token);

        // 32 bytes leave two bits of the last of 43 letters unused.
        foreach (var letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(ErrorCodes.JoinTokenInvalid, await RefusalAsync(token[..^1] + letter));
        }
    }

    [Fact]
    public async Task WhoComesBackNeedsNoToken()
    {
        await ChangeAsync(new ChangeSettingsRequest(Lobby: true));
        var browser = await VisitAsync();
        var token = Token();
        var (first, result) = await ComeAsync(token, browser);
        await first.DisposeAsync();
        Clock.Advance(TimeSpan.FromHours(1));

        var page = await ConnectAsync(browser);
        var back = await page.TryJoinAsync(Request("Grace") with { JoinToken = token, ResumeToken = result.Seat!.ResumeToken });

        Assert.Equal(JoinStatus.Joined, back.Status);
        Assert.Equal(result.Seat.ParticipantId, back.Seat!.ParticipantId);
    }

    [Fact]
    public async Task ATokenWithoutANameLeavesItToTheBearer()
    {
        var (_, result) = await ComeAsync(Token(change: token => token.Claims.Remove("name")));

        Assert.Contains(result.Seat!.Room.Participants, one => one.Name == "Whoever");
    }

    [Fact]
    public async Task ATokenForARoomThatIsGoneOpensNone()
    {
        var page = await ConnectAsync();
        var token = JoinTokenSite.Sign(JoinTokenSite.Describe("zzz-zzzz-zzz", Clock.GetUtcNow()));

        Assert.Equal(JoinStatus.NotFound, (await page.TryJoinAsync(Guest.Request("zzz-zzzz-zzz") with { JoinToken = token })).Status);
    }

    private string Token(string role = "participant", Action<SecurityTokenDescriptor>? change = null)
    {
        var token = JoinTokenSite.Describe(Room, Clock.GetUtcNow(), role);
        change?.Invoke(token);
        return JoinTokenSite.Sign(token);
    }

    private async Task<(Guest Page, JoinRoomResult Result)> ComeAsync(string token, ConferenceVisitor? browser = null)
    {
        var page = await ConnectAsync(browser);
        return (page, await page.TryJoinAsync(Request("Whoever") with { JoinToken = token }));
    }

    private async Task<string> RefusalAsync(string token)
    {
        var page = await ConnectAsync();
        return await Guest.RefusalAsync(() => page.TryJoinAsync(Request("Whoever") with { JoinToken = token }));
    }
}
