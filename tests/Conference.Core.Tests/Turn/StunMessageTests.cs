using System.Text;
using Conference.Core.Turn;

namespace Conference.Core.Tests.Turn;

/// <summary>A message of a client that knows a password, as RFC 5769 has some; these are our own, checked against another library.</summary>
public sealed class StunMessageTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("VOkJxbRl1RmTxUk/WvJxBt");
    private static readonly byte[] Id = Convert.FromHexString("b7e7a701bc34d686fa87dfae");

    [Fact]
    public void AMessageIsWrittenToTheByte() => Assert.Equal(
        "000300342112a442b7e7a701bc34d686fa87dfae"
        + "00190004110000000006000765767457363a7600000800147b20bf65f037dbfbc3544da9d7f2712292a3c0b1802800044831d78b",
        Convert.ToHexStringLower(Written()));

    [Fact]
    public void WhoKnowsTheKeyProvesItAndNobodyElse()
    {
        Assert.True(StunMessage.TryRead(Written(), out var message));

        Assert.True(message.HasIntegrity(Key));
        Assert.False(message.HasIntegrity([.. Key, 1]));
        Assert.False(message.HasIntegrity([]));
    }

    [Fact]
    public void NoByteBeforeTheProofCanBeChanged()
    {
        var written = Written(fingerprint: false);
        for (var i = 0; i < written.Length; i++)
        {
            var changed = (byte[])written.Clone();
            changed[i] ^= 0x01;
            Assert.False(StunMessage.TryRead(changed, out var message) && message.HasIntegrity(Key), $"Byte {i} may be another one.");
        }
    }

    [Theory]
    [InlineData(StunClass.Request, StunMethod.Binding, "0001")]
    [InlineData(StunClass.Indication, StunMethod.Binding, "0011")]
    [InlineData(StunClass.Success, StunMethod.Allocate, "0103")]
    [InlineData(StunClass.Error, StunMethod.Refresh, "0114")]
    [InlineData(StunClass.Error, (StunMethod)0xFFF, "3fff")]
    public void ClassAndMethodShareTheFirstBytes(StunClass kind, StunMethod method, string type)
    {
        var buffer = new byte[20];
        _ = new StunWriter(buffer, kind, method, Id);

        Assert.Equal(type, Convert.ToHexStringLower(buffer)[..4]);
        Assert.True(StunMessage.TryRead(buffer, out var message));
        Assert.Equal((kind, method), (message.Class, message.Method));
    }

    [Theory]
    [InlineData("0020 0008 0003 a147 e112a643", "another family")]
    [InlineData("0020 0008 0002 a147 e112a643", "the other family")]
    [InlineData("0020 0004 0001 a147", "no address")]
    [InlineData("0020 0000", "nothing")]
    public void AnAddressThatIsNoneIsNone(string attribute, string why)
    {
        var value = Convert.FromHexString(attribute.Replace(" ", "", StringComparison.Ordinal)[8..]);
        var buffer = new byte[64];
        var writer = new StunWriter(buffer, StunClass.Success, StunMethod.Binding, Id);
        writer.Add(StunAttributeType.XorMappedAddress, value);

        Assert.True(StunMessage.TryRead(buffer.AsSpan(0, writer.Length), out var message));
        Assert.True(message.FindAddress(StunAttributeType.XorMappedAddress) is null, why);
    }

    [Fact]
    public void TheCredentialOfAnOwnerIsItsEndAndAProof()
    {
        var credential = TurnCredential.Create("north", "0f3a9c1d2b4e5f607182", DateTimeOffset.FromUnixTimeSeconds(1772445600));

        Assert.Equal(new TurnCredential("1772445600:0f3a9c1d2b4e5f607182", "tHus/9oQFVgQVngmHEcQP4CiT4s="), credential);
    }

    private static byte[] Written(bool fingerprint = true)
    {
        var buffer = new byte[128];
        var writer = new StunWriter(buffer, StunClass.Request, StunMethod.Allocate, Id);
        writer.Add(StunAttributeType.RequestedTransport, 17u << 24);
        writer.Add(StunAttributeType.Username, "evtW6:v");
        writer.AddIntegrity(Key);
        if (fingerprint)
        {
            writer.AddFingerprint();
        }

        return buffer[..writer.Length];
    }
}
