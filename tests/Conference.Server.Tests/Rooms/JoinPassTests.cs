using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Rooms;
using Conference.Server.Tests.Hubs;
using Conference.TestKit;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Server.Tests.Rooms;

/// <summary>When a join token is good, to the second, and for whom.</summary>
public sealed class JoinPassTests
{
    // Not the one that is forged.
    private const string Code = "abc-defg-hjk";
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly JoinTokens _tokens;
    private readonly JoinPasses _passes;

    public JoinPassTests()
    {
        var options = new JoinTokenOptions { Issuer = JoinTokenSite.Issuer, Audience = JoinTokenSite.Audience };
        options.Keys.Add(new JoinTokenKeyOptions { Id = "secret", Secret = JoinTokenSite.Secret });
        options.Keys.Add(new JoinTokenKeyOptions { Id = "pair", PublicKey = JoinTokenSite.Rsa.ExportSubjectPublicKeyInfoPem() });
        _tokens = new JoinTokens(new OptionsWrapper<JoinTokenOptions>(options), _clock);
        _passes = new JoinPasses(_tokens, _clock);
    }

    private static RoomCode Room => RoomCode.TryParse(Code, out var room) ? room : throw new FormatException(Code);

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-59, true)]
    [InlineData(3660, true)]
    [InlineData(3661, false)]
    public async Task ATokenEndsWithinTheHourAndHasAMinutesLeeway(int seconds, bool isGood)
    {
        var token = Token(change: token => token.Expires = Now.AddSeconds(seconds));

        Assert.Equal(isGood, await _tokens.ReadAsync(token) is not null);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task ATokenBeginsWithAMinutesLeeway(int seconds, bool isGood)
    {
        var token = Token(change: token => token.NotBefore = Now.AddSeconds(seconds));

        Assert.Equal(isGood, await _tokens.ReadAsync(token) is not null);
    }

    [Theory]
    [MemberData(nameof(ForgedTokenTests.Forgeries), MemberType = typeof(ForgedTokenTests))]
    [MemberData(nameof(ForgedTokenTests.Garbage), MemberType = typeof(ForgedTokenTests))]
    public async Task WhatIsForgedOrNoTokenIsNotTaken(string text) =>
        await AssertRefusedAsync(Caller(), ForgedTokenTests.Changes.TryGetValue(text, out var change) ? Token(change: change) : text);

    [Fact]
    public async Task ATokenWithoutASignatureIsNone()
    {
        var parts = Token().Split('.');
        var header = WebEncoders.Base64UrlEncode("""{"alg":"none","kid":"secret"}"""u8);

        await AssertRefusedAsync(Caller(), $"{header}.{parts[1]}.");
        await AssertRefusedAsync(Caller(), $"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task ANameMayBeLeftOut()
    {
        var pass = await _tokens.ReadAsync(Token(change: token => token.Claims.Remove("name")));

        Assert.Null(pass!.Name);
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task ATextThatIsTooLongIsNotLookedAt(int length, bool isGood) =>
        Assert.Equal(isGood, await _tokens.ReadAsync(OfLength(length)) is not null);

    [Theory]
    [InlineData("host", true)]
    [InlineData("participant", false)]
    public async Task ATokenSaysWhoItIsFor(string role, bool isHost)
    {
        var pass = await _tokens.ReadAsync(Token(role));

        Assert.Equal((Room, "Grace Hopper", isHost), (pass!.Room, pass.Name, pass.IsHost));
        Assert.Equal(Now.AddMinutes(10), pass.ExpiresAt.UtcDateTime);
    }

    [Fact]
    public async Task WithoutATokenThereIsNoPass() => Assert.Null(await _passes.TakeAsync(Caller(), Room, null));

    [Fact]
    public async Task AnEmptyTokenIsNone() => await AssertRefusedAsync(Caller(), "");

    [Fact]
    public async Task ATokenIsForItsRoomOnly()
    {
        var token = Token();

        var refusal = await Assert.ThrowsAsync<ConferenceException>(() => _passes.TakeAsync(Caller(), RoomCode.Create(), token));

        Assert.Equal(ErrorCodes.JoinTokenInvalid, refusal.Code);
        Assert.NotNull(await _passes.TakeAsync(Caller(), Room, token));
    }

    [Fact]
    public async Task ATokenBelongsToWhoCameWithItFirstAlsoAfterSigningIn()
    {
        var token = Token();
        var guest = Caller();
        Assert.NotNull(await _passes.TakeAsync(guest, Room, token));

        Assert.NotNull(await _passes.TakeAsync(guest, Room, token));
        Assert.NotNull(await _passes.TakeAsync(Caller(former: guest.VisitorId), Room, token));
        await AssertRefusedAsync(Caller(), token);
        await AssertRefusedAsync(Caller(former: Guid.NewGuid()), token);
    }

    [Fact]
    public async Task APassMakesAHostOnce()
    {
        var pass = await _passes.TakeAsync(Caller(), Room, Token("host"));
        Assert.True(_passes.MayMakeHost(pass!));

        _passes.MadeHost(pass!);

        Assert.False(_passes.MayMakeHost(pass!));
    }

    [Fact]
    public async Task APassOfAParticipantOrOneThatNobodyTookMakesNone()
    {
        var pass = await _passes.TakeAsync(Caller(), Room, Token());
        Assert.False(_passes.MayMakeHost(pass!));

        var untaken = pass! with { Id = "other", IsHost = true };
        _passes.MadeHost(untaken);
        Assert.False(_passes.MayMakeHost(untaken));
    }

    [Fact]
    public async Task AUseIsRememberedLongerThanTheTokenIsGood()
    {
        var pass = await _passes.TakeAsync(Caller(), Room, Token("host"));

        _clock.Advance(TimeSpan.FromMinutes(15));
        await _passes.TakeAsync(Caller(), Room, Token());
        Assert.True(_passes.MayMakeHost(pass!));

        _clock.Advance(TimeSpan.FromSeconds(1));
        await _passes.TakeAsync(Caller(), Room, Token());
        Assert.False(_passes.MayMakeHost(pass!));
    }

    private static HubCaller Caller(Guid? former = null) => new("connection", Guid.NewGuid()) { FormerVisitorId = former };

    private async Task AssertRefusedAsync(HubCaller caller, string token)
    {
        var refusal = await Assert.ThrowsAsync<ConferenceException>(() => _passes.TakeAsync(caller, Room, token));
        Assert.Equal(ErrorCodes.JoinTokenInvalid, refusal.Code);
    }

    /// <summary>A good token that says more than it has to. Three letters more are four characters, so the head has some too.</summary>
    private string OfLength(int length)
    {
        for (var head = 0; head < 3; head++)
        {
            var least = ((length - Padded(head, 0).Length) * 3 / 4) - 3;
            if (Enumerable.Range(least, 6).Select(more => Padded(head, more)).FirstOrDefault(token => token.Length == length) is { } token)
            {
                return token;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(length));
    }

    private string Padded(int head, int more) => Token(change: token =>
    {
        token.AdditionalHeaderClaims = new Dictionary<string, object> { ["x"] = new string('x', head) };
        token.Claims["more"] = new string('x', more);
    });

    private string Token(string role = "participant", Action<SecurityTokenDescriptor>? change = null)
    {
        var token = JoinTokenSite.Describe(Code, _clock.GetUtcNow(), role);
        change?.Invoke(token);
        return JoinTokenSite.Sign(token);
    }
}
