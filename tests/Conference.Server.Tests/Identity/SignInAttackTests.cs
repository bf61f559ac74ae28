using OpenIddict.Abstractions;

namespace Conference.Server.Tests.Identity;

/// <summary>Sign-ins that are not what they seem. Whatever goes wrong, the browser is the guest it was.</summary>
public sealed class SignInAttackTests(LoginServer login) : SignInScene(login)
{
    private static readonly string[] ForeignAddresses =
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)",
        "/r/kmr-vxtd-hpe\n", "/r/kmr-vxtd-hpe/../../api/session", "/api/session/sign-in", "/r/kmr-vxtd-hpe@evil.example", "/%2F/evil.example", "",
    ];

    [Fact]
    public async Task NobodyIsSentElsewhereAfterwards()
    {
        foreach (var address in ForeignAddresses)
        {
            Assert.Equal("/", await SignInAsync(Ada, address));
        }
    }

    [Fact]
    public async Task OneComesBackToThePageOneWasOn()
    {
        foreach (var page in new[] { "/", "/r/kmr-vxtd-hpe", "/r/kmr-vxtd-hpe/history" })
        {
            Assert.Equal(page, await SignInAsync(Ada, page));
        }
    }

    [Fact]
    public async Task TheRequestHasStateNonceAndProofKey()
    {
        var query = (await BeginAsync(Ada)).Query;

        Assert.Contains("response_type=code", query, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", query, StringComparison.Ordinal);
        Assert.Contains("code_challenge=", query, StringComparison.Ordinal);
        Assert.Contains("nonce=", query, StringComparison.Ordinal);
        Assert.Contains("state=", query, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherSiteCannotBeginASignIn()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session/sign-in");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");

        using var response = await Ada.Http.SendAsync(request);

        Assert.Equal("/", response.Headers.Location!.OriginalString);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task WhatAnotherBrowserBeganIsNotFinishedHere()
    {
        var attacker = await VisitAsync();
        Login.Person = ("mallory", "Mallory");
        var back = await LogInAsync(await BeginAsync(attacker));

        await AssertRefusedAsync(back);

        Assert.Equal("/", await ComeBackAsync(attacker, back));
    }

    [Fact]
    public async Task ASignInIsFinishedOnce()
    {
        var back = await LogInAsync(await BeginAsync(Ada));
        Assert.Equal("/", await ComeBackAsync(Ada, back));

        Assert.Equal(FailurePage, await ComeBackAsync(Ada, back));
    }

    [Fact]
    public async Task NobodyComesBackWhoNeverWent()
    {
        foreach (var query in new[] { "", "?code=abc", "?state=abc&code=abc", "?error=server_error&error_description=%0d%0aforged%20line" })
        {
            await AssertRefusedAsync(new Uri(Server.Address, "/api/session/callback" + query));
        }
    }

    [Fact]
    public async Task AChangedStateIsRefused()
    {
        var back = await LogInAsync(await BeginAsync(Ada));

        await AssertRefusedAsync(new Uri(back.OriginalString.Replace("state=", "state=A", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ACodeOfAnotherSignInIsRefused()
    {
        var attacker = await VisitAsync();
        Login.Person = ("mallory", "Mallory");
        var theirs = await LogInAsync(await BeginAsync(attacker));
        var own = await LogInAsync(await BeginAsync(Ada));

        // The proof key of the other sign-in is in the other browser's state.
        await AssertRefusedAsync(new Uri(own, $"?code={Read(theirs, "code")}&state={Read(own, "state")}"));
    }

    [Fact]
    public async Task ATokenForAnotherServerIsRefused()
    {
        Login.Forge = vouched => vouched.SetAudiences("another-server");

        await AssertRefusedAsync(await LogInAsync(await BeginAsync(Ada)));
    }

    [Fact]
    public async Task ATokenOfAnotherSignInIsRefused()
    {
        Login.Forge = vouched => vouched.SetClaim("nonce", "another");

        await AssertRefusedAsync(await LogInAsync(await BeginAsync(Ada)));
    }

    [Fact]
    public async Task AnExpiredTokenIsRefused()
    {
        Login.Forge = vouched => vouched.SetCreationDate(DateTimeOffset.UtcNow.AddHours(-2)).SetExpirationDate(DateTimeOffset.UtcNow.AddHours(-1));

        await AssertRefusedAsync(await LogInAsync(await BeginAsync(Ada)));
    }

    [Fact]
    public async Task WhoThinksBetterOfItStaysAGuest()
    {
        Login.Person = null;

        Assert.Equal(RoomPage, await SignInAsync(Ada, RoomPage));

        Assert.Null(await ReadNameAsync(Ada));
        Assert.Equal([Code], await ReadRoomsAsync(Ada));
    }

    /// <summary>A key that was not announced costs the try that finds it: the new ones are fetched behind its back.</summary>
    [Fact]
    public async Task ANewKeyOfTheServerIsLearned()
    {
        await SignInAsync(Ada);
        await Login.RotateKeyAsync();
        var bob = await VisitAsync();
        Login.Person = ("bob", "Bob");

        for (var tries = 1; await SignInAsync(bob) == FailurePage; tries++)
        {
            Assert.True(tries < 20, "The new key is not learned.");
        }

        Assert.Equal("Bob", await ReadNameAsync(bob));
    }

    [Fact]
    public async Task WhereTheServerIsAwayThePageSaysSo()
    {
        await Login.StopAsync();
        try
        {
            Assert.Equal(FailurePage, await FollowAsync(Ada, "/api/session/sign-in"));
            Assert.Equal([Code], await ReadRoomsAsync(Ada));
        }
        finally
        {
            await Login.StartAsync();
        }
    }

    [Fact]
    public async Task WhatCannotBeShownIsNoName()
    {
        Login.Person = ("ada-lovelace", "Ada\u202Eecalevol");

        await SignInAsync(Ada);

        Assert.Equal("ada-lovelace", await ReadNameAsync(Ada));
    }

    private string RoomPage => $"/r/{Code}";

    private static string? Read(Uri address, string name) => System.Web.HttpUtility.ParseQueryString(address.Query)[name];

    private async Task AssertRefusedAsync(Uri back)
    {
        Assert.Equal(FailurePage, await ComeBackAsync(Ada, back));
        Assert.Null(await ReadNameAsync(Ada));
        Assert.Equal([Code], await ReadRoomsAsync(Ada));
    }
}
