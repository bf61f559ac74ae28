using Conference.Server.Endpoints.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Identity;

/// <summary>Where only signed-in people open rooms. Guests join as ever.</summary>
public sealed class SignInRequiredTests(LoginServer login) : SignInScene(login)
{
    public override async Task InitializeAsync()
    {
        Server = ConferenceServer.Start(Configure);
        Ada = await VisitAsync();
        await PrepareAsync();
        await SignInAsync(Ada);
        Code = await Ada.CreateRoomAsync("Weekly");
    }

    [Fact]
    public async Task AGuestOpensNoRoom()
    {
        var guest = await VisitAsync();

        using var response = await guest.PostAsync("/api/rooms", """{"title":"Mine"}""");

        await response.AssertProblemAsync(403, "sign_in_required");
        Assert.Empty(await ReadRoomsAsync(guest));
        Assert.Equal(new SessionInfo(true, true), await guest.ReadAsync<SessionInfo>("/api/session"));
    }

    [Fact]
    public async Task AGuestDoesNotTryTheTurnServers()
    {
        var guest = await VisitAsync();

        using var refused = await guest.PostAsync("/api/check/ice-servers", "{}");
        using var granted = await Ada.PostAsync("/api/check/ice-servers", "{}");

        await refused.AssertProblemAsync(403, "sign_in_required");
        Assert.True(granted.IsSuccessStatusCode);
    }

    [Fact]
    public async Task AGuestJoins()
    {
        var guest = await VisitAsync();

        Assert.False((await JoinAsync(guest, "Bob")).IsHost);
    }

    [Fact]
    public async Task WhoSignedOutIsAGuest()
    {
        using var signedOut = await Ada.PostAsync("/api/session/sign-out", "{}");

        using var response = await Ada.PostAsync("/api/rooms", """{"title":"Mine"}""");

        await response.AssertProblemAsync(403, "sign_in_required");
    }

    protected override void Configure(ConferenceServerOptions options)
    {
        base.Configure(options);
        options.Settings["SignIn:RequiredToOpenRooms"] = "true";
    }
}
