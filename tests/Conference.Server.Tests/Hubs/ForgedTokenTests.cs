using System.Security.Cryptography;
using System.Text;
using Conference.Core;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Rooms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Server.Tests.Hubs;

/// <summary>Join tokens that are not what they seem: each is refused with one code, and nobody is let in.</summary>
public sealed class ForgedTokenTests(HubServer server) : HostScene(server)
{
    internal static readonly IReadOnlyDictionary<string, Action<SecurityTokenDescriptor>> Changes = new Dictionary<string, Action<SecurityTokenDescriptor>>
    {
        ["expired"] = token => token.Expires = token.Expires!.Value.AddMinutes(-12),
        ["without an end"] = token => token.Expires = null,
        ["living too long"] = token => token.Expires = token.Expires!.Value.AddHours(2),
        ["from the future"] = token => token.NotBefore = token.Expires!.Value.AddMinutes(-5),
        ["for another room"] = token => token.Claims["room"] = "kmr-vxtd-hpe",
        ["for two rooms"] = token => token.Claims["room"] = new[] { (string)token.Claims["room"], "kmr-vxtd-hpe" },
        ["for no room"] = token => token.Claims.Remove("room"),
        ["of another issuer"] = token => token.Issuer = "https://evil.example",
        ["without an issuer"] = token => token.Issuer = null,
        ["for another server"] = token => token.Audience = "https://other.example",
        ["for a server with a slash more"] = token => token.Audience = JoinTokenSite.Audience + "/",
        ["for no server"] = token => token.Audience = null,
        ["with another role"] = token => token.Claims["role"] = "owner",
        ["with a role that is no text"] = token => token.Claims["role"] = true,
        ["without a role"] = token => token.Claims.Remove("role"),
        ["with a name that cannot be shown"] = token => token.Claims["name"] = "Ada\u202Eecalevol",
        ["with a name that is no text"] = token => token.Claims["name"] = 7,
        ["signed with another key"] = token => token.SigningCredentials = JoinTokenSite.BySecret(new string('x', 64)),
        ["with an unknown key"] = token => token.SigningCredentials = JoinTokenSite.BySecret(JoinTokenSite.Secret, "unknown"),
        ["with no key"] = token => token.SigningCredentials = JoinTokenSite.BySecret(JoinTokenSite.Secret, id: null),
        ["with a key by another name"] = token => token.SigningCredentials = JoinTokenSite.BySecret(JoinTokenSite.Secret, "pair"),
        ["signed with the public key as a secret"] = token =>
            token.SigningCredentials = JoinTokenSite.BySecret(JoinTokenSite.Rsa.ExportSubjectPublicKeyInfoPem(), "pair"),
        ["by another algorithm of the secret"] = token =>
            token.SigningCredentials = JoinTokenSite.BySecret(JoinTokenSite.Secret, algorithm: SecurityAlgorithms.HmacSha512),
        ["by another algorithm of the pair"] = token =>
            token.SigningCredentials = JoinTokenSite.Credentials(new RsaSecurityKey(JoinTokenSite.Rsa), "pair", SecurityAlgorithms.RsaSsaPssSha256),
        ["by another pair"] = token =>
            token.SigningCredentials = JoinTokenSite.Credentials(new RsaSecurityKey(RSA.Create(2048)), "pair", SecurityAlgorithms.RsaSha256),
        ["not signed"] = token => token.SigningCredentials = null,
        ["with what must be understood"] = token => token.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "exp" } },
    };

    public static TheoryData<string> Forgeries => new(Changes.Keys);

    public static TheoryData<string> Garbage => new("", ".", "..", "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIiwia2lkIjoic2VjcmV0In0.e30.", "a.b.c.d.e", "\u0000\ud83d\ude00", "{}");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task ATokenThatIsWrongIsRefused(string forgery) => await AssertRefusedAsync(Token(Changes[forgery]));

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task WhatIsNoTokenIsRefused(string token) => await AssertRefusedAsync(token);

    [Fact]
    public async Task ATokenWhoseAlgorithmIsMadeNoneIsRefused()
    {
        var parts = Token().Split('.');
        foreach (var algorithm in new[] { "none", "None", "NONE", "nOnE", "" })
        {
            var header = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","kid":"secret","typ":"JWT"}"""));

            await AssertRefusedAsync($"{header}.{parts[1]}.");
            await AssertRefusedAsync($"{header}.{parts[1]}.{parts[2]}");
        }
    }

    [Fact]
    public async Task ATokenWithMoreRightsThanWereSignedIsRefused()
    {
        var parts = Token().Split('.');
        var payload = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[1])).Replace("participant", "host", StringComparison.Ordinal);

        await AssertRefusedAsync($"{parts[0]}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(payload))}.{parts[2]}");
    }

    [Fact]
    public async Task ATokenThatIsTooLongIsNotLookedAt()
    {
        var page = await ConnectAsync();

        Assert.Equal(
            ErrorCodes.InvalidRequest,
            await Guest.RefusalAsync(() => page.TryJoinAsync(Request("Mallory") with { JoinToken = new string('a', JoinTokens.LengthLimit + 1) })));
    }

    [Fact]
    public async Task NoLetterOfATokenCanBeChanged()
    {
        var tokens = Server.Get<JoinTokens>();
        foreach (var credentials in new[] { JoinTokenSite.BySecret(JoinTokenSite.Secret), JoinTokenSite.ByRsa, JoinTokenSite.ByCurve })
        {
            var token = Token(descriptor => descriptor.SigningCredentials = credentials);
            var pass = await tokens.ReadAsync(token);
            Assert.NotNull(pass);
            for (var at = 0; at < token.Length; at++)
            {
                foreach (var bit in new[] { 1, 2, 4, 8, 16, 32, 64 })
                {
                    var changed = $"{token[..at]}{(char)(token[at] ^ bit)}{token[(at + 1)..]}";

                    // The last letter may have bits that mean nothing: that is the same token then.
                    Assert.True(await tokens.ReadAsync(changed) is not { } read || (read == pass && at == token.Length - 1), changed);
                }
            }
        }
    }

    private string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var token = JoinTokenSite.Describe(Room, Clock.GetUtcNow());
        change?.Invoke(token);
        return JoinTokenSite.Sign(token);
    }

    private async Task AssertRefusedAsync(string token)
    {
        var browser = await VisitAsync();
        var page = await ConnectAsync(browser);

        Assert.Equal(ErrorCodes.JoinTokenInvalid, await Guest.RefusalAsync(() => page.TryJoinAsync(Request("Mallory") with { JoinToken = token })));

        Assert.Equal(ErrorCodes.NotJoined, await page.RefusalAsync("RaiseHand"));
        Assert.Empty(await browser.ReadAsync<RoomListItem[]>("/api/rooms"));
    }
}
