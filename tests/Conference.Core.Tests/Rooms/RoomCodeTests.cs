using Conference.Core.Rooms;
using CsCheck;

namespace Conference.Core.Tests.Rooms;

public sealed class RoomCodeTests
{
    [Theory]
    [InlineData("kmr-vxtd-hpe")]
    [InlineData("KMR-VXTD-HPE")]
    [InlineData("  kmrvxtdhpe ")]
    [InlineData("k m-r vxtd\thpe")]
    public void WrittenAnyWayItIsTheSameCode(string text)
    {
        Assert.True(RoomCode.TryParse(text, out var code));
        Assert.Equal("kmr-vxtd-hpe", code.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kmr-vxtd-hp")]
    [InlineData("kmr-vxtd-hpee")]
    [InlineData("kmr-vxtd-hp1")]
    [InlineData("kmr-vxtd-hpé")]
    [InlineData("\u212Amr-vxtd-hpe")]
    public void OtherTextIsNoCode(string? text) => Assert.False(RoomCode.TryParse(text, out _));

    [Fact]
    public void NewCodeReadsBackAsItself() => Gen.Const(0).Sample(_ =>
    {
        var code = RoomCode.Create();
        return RoomCode.TryParse(code.ToString(), out var read) && read == code;
    });
}
