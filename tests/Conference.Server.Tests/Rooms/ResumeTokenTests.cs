using Conference.Core.Rooms;
using Conference.Server.Rooms;
using Conference.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Rooms;

/// <summary>The exact bounds of the keys to seats.</summary>
public sealed class ResumeTokenTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly RoomRecord Room = new(7, RoomCode.Create(), "Weekly", DateTimeOffset.UnixEpoch);
    private readonly Guid _visitor = Guid.NewGuid();
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly ResumeTokens _tokens;

    public ResumeTokenTests() => _tokens = new ResumeTokens(_protection, _clock);

    [Fact]
    public void ATokenIsOfOneVisitorInOneRoom()
    {
        var token = Issue();

        Assert.Equal("seat", Read(token));
        Assert.Null(_tokens.Read(token, Room, Guid.NewGuid()));
        Assert.Null(_tokens.Read(token, Room with { Id = 8 }, _visitor));
    }

    [Fact]
    public void ATokenIsGoodForADayAndNoMomentMore()
    {
        var token = Issue();

        _clock.Advance(TimeSpan.FromHours(24) - Moment);
        Assert.Equal("seat", Read(token));
        _clock.Advance(Moment);
        Assert.Null(Read(token));
    }

    [Fact]
    public void TokensFromBeforeAHostEndedTheCallAreVoid()
    {
        var token = Issue();
        var now = _clock.GetUtcNow();

        Assert.Null(_tokens.Read(token, Room with { TokensFrom = now + Moment }, _visitor));
        Assert.Equal("seat", _tokens.Read(token, Room with { TokensFrom = now }, _visitor));
        Assert.Equal("seat", _tokens.Read(token, Room with { TokensFrom = now - Moment }, _visitor));
    }

    // No token is 513 characters long: three bytes are four of them, and what is left over two or three.
    [Theory]
    [InlineData(511, 341, true)]
    [InlineData(512, 342, true)]
    [InlineData(514, 343, false)]
    public void ATextThatIsTooLongIsNotLookedAt(int length, int seatLength, bool isGood)
    {
        var seat = new string('s', seatLength);
        var tokens = new ResumeTokens(new NoProtection(), _clock);
        var token = tokens.Issue(Room, seat, _visitor);

        Assert.Equal(length, token.Length);
        Assert.Equal(isGood ? seat : null, tokens.Read(token, Room, _visitor));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(41)]
    public void WhatWasSealedForSomethingElseIsNoToken(int length)
    {
        var other = WebEncoders.Base64UrlEncode(_protection.CreateProtector("Conference.Seat.v3").Protect(new byte[length]));

        Assert.Null(_tokens.Read(other, Room with { Id = 0 }, Guid.Empty));
    }

    [Fact]
    public void ATokenKnowsItsRoomByTheCodeUnderWhichItWasMade()
    {
        var token = Issue();

        Assert.Equal(Room.Id, _tokens.FindRoom(token, Room.Code));
        Assert.Null(_tokens.FindRoom(token, RoomCode.Create()));
        Assert.Null(_tokens.FindRoom(null, Room.Code));
        Assert.Equal("seat", _tokens.Read(token, Room with { Code = RoomCode.Create() }, _visitor));
    }

    [Fact]
    public void ATokenWithoutASeatIsNone() => Assert.Null(Read(_tokens.Issue(Room, "", _visitor)));

    [Fact]
    public void AKeyOfAnotherPurposeOpensNothing()
    {
        var plain = _protection.CreateProtector("Conference.Seat.v3").Unprotect(WebEncoders.Base64UrlDecode(Issue()));
        var other = WebEncoders.Base64UrlEncode(_protection.CreateProtector("Conference.Seat.v1").Protect(plain));

        Assert.Null(Read(other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    public void AnyOtherTextIsNone(string? text) => Assert.Null(Read(text));

    private string Issue() => _tokens.Issue(Room, "seat", _visitor);

    private string? Read(string? token) => _tokens.Read(token, Room, _visitor);

    /// <summary>Seals nothing: sealed tokens are not of every length.</summary>
    private sealed class NoProtection : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }
}
