using Conference.Server.Endpoints.Messages;

namespace Conference.Server.Tests.Identity;

/// <summary>Without an OpenID Connect server everybody is a guest.</summary>
public sealed class NoSignInTests : ServerTest
{
    [Fact]
    public async Task NobodyIsOfferedToSignIn() =>
        Assert.Equal(new SessionInfo(false, false), await Ada.ReadAsync<SessionInfo>("/api/session"));

    [Fact]
    public async Task TheLinkLeadsToThePage()
    {
        using var response = await Ada.GetAsync("/api/session/sign-in?returnTo=/r/kmr-vxtd-hpe", "text/html");

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task NobodyComesBack()
    {
        using var response = await Ada.GetAsync("/api/session/callback?code=a&state=b", "text/html");

        await response.AssertProblemAsync(404, "invalid_request");
    }
}
