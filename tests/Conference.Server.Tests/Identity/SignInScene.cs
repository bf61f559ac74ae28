using Conference.Server.Endpoints.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Identity;

/// <summary>A server that lets people sign in at a real OpenID Connect server, and browsers that go from one to the other.</summary>
public abstract class SignInScene(LoginServer login) : ServerTest, IClassFixture<LoginServer>
{
    protected const string FailurePage = "/#sign-in-failed";

    protected LoginServer Login => login;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PrepareAsync();
    }

    protected async Task PrepareAsync()
    {
        login.Person = ("ada-lovelace", "Ada Lovelace");
        login.Forge = _ => { };
        await login.RegisterAsync(Server.Address);
    }

    protected override void Configure(ConferenceServerOptions options)
    {
        options.Settings["SignIn:Authority"] = login.Authority;
        options.Settings["SignIn:ClientId"] = LoginServer.ClientId;
        options.Settings["SignIn:ClientSecret"] = LoginServer.ClientSecret;
    }

    /// <summary>Signs in from beginning to end.</summary>
    /// <returns>Where the browser lands.</returns>
    protected static async Task<string> SignInAsync(ConferenceVisitor visitor, string returnTo = "/") =>
        await ComeBackAsync(visitor, await LogInAsync(await BeginAsync(visitor, returnTo)));

    /// <summary>Follows the page's link.</summary>
    /// <returns>The address at the OpenID Connect server.</returns>
    protected static async Task<Uri> BeginAsync(ConferenceVisitor visitor, string returnTo = "/") =>
        new(await FollowAsync(visitor, $"/api/session/sign-in?returnTo={Uri.EscapeDataString(returnTo)}"));

    /// <summary>Signs in over there.</summary>
    /// <returns>The address with which the browser is sent back.</returns>
    protected static async Task<Uri> LogInAsync(Uri address)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(address);
        Assert.Equal(302, (int)response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>Comes back from there.</summary>
    /// <returns>Where the browser is sent next.</returns>
    protected static Task<string> ComeBackAsync(ConferenceVisitor visitor, Uri address) => FollowAsync(visitor, address.PathAndQuery);

    protected static async Task<string> FollowAsync(ConferenceVisitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path, "text/html");
        Assert.Equal(302, (int)response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    protected static async Task<string?> ReadNameAsync(ConferenceVisitor visitor) => (await visitor.ReadAsync<SessionInfo>("/api/session")).Name;

    protected static async Task<string[]> ReadRoomsAsync(ConferenceVisitor visitor) =>
        [.. (await visitor.ReadAsync<RoomListItem[]>("/api/rooms")).Select(room => room.Code)];
}
