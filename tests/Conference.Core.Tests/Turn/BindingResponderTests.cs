using System.Net;
using Conference.Core.Turn;

namespace Conference.Core.Tests.Turn;

/// <summary>What the responder says to each datagram, byte by byte.</summary>
public sealed class BindingResponderTests
{
    private const string Id = "000102030405060708090a0b";
    private const string Request = "0001 0000 2112a442 " + Id;

    // Checked against a CRC-32 of another library.
    private const string Fingerprinted = "0001 0008 2112a442 " + Id + " 8028 0004 5b0ff6fc";

    private static readonly IPAddress Four = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Six = IPAddress.Parse("2001:db8::1");

    [Theory]
    [InlineData("192.0.2.1", 32853, "0101 000c 2112a442 " + Id + " 0020 0008 0001 a147 e112a643")]
    [InlineData("::ffff:192.0.2.1", 32853, "0101 000c 2112a442 " + Id + " 0020 0008 0001 a147 e112a643")]
    [InlineData("2001:db8::1", 32853, "0101 0018 2112a442 " + Id + " 0020 0014 0002 a147 0113a9fa 00010203 04050607 08090a0a")]
    [InlineData("0.0.0.0", 0, "0101 000c 2112a442 " + Id + " 0020 0008 0001 2112 2112a442")]
    [InlineData("255.255.255.255", 65535, "0101 000c 2112a442 " + Id + " 0020 0008 0001 deed deed5bbd")]
    public void ARequestIsToldWhereItCameFrom(string address, int port, string expected) =>
        Assert.Equal(Hex(expected), Answer(Request, IPAddress.Parse(address), port));

    [Fact]
    public void WhoSendsAChecksumGetsOne()
    {
        var answer = Answer(Fingerprinted, Four, 32853);

        Assert.Equal(Hex("0101 0014 2112a442 " + Id + " 0020 0008 0001 a147 e112a643 8028 0004"), answer[..^4]);
        Assert.True(StunMessage.TryRead(answer, out _));
        answer[25] ^= 1;
        Assert.False(StunMessage.TryRead(answer, out _));
    }

    [Theory]
    [InlineData("one", "0001 0008 2112a442 " + Id + " 0003 0004 00000006", "0003")]
    [InlineData("two, padded", "0001 0010 2112a442 " + Id + " 0024 0001 aa000000 7fff 0004 00000001", "0024 7fff")]
    [InlineData("behind those that are known", "0001 000c 2112a442 " + Id + " 0006 0000 0025 0000 8022 0000", "0025")]
    public void WhatHasToBeUnderstoodAndIsNotIsNamed(string why, string request, string unknown)
    {
        var answer = Answer(request, Four, 1);

        Assert.True(StunMessage.TryRead(answer, out var error), why);
        Assert.Equal((StunClass.Error, StunMethod.Binding, 420), (error.Class, error.Method, error.FindError()));
        Assert.True(error.TryFind(StunAttributeType.UnknownAttributes, out var named));
        Assert.Equal(Hex(unknown), named.ToArray());
        Assert.Equal(Hex(Id), error.TransactionId.ToArray());
    }

    [Theory]
    [InlineData("optional", "0001 0008 2112a442 " + Id + " 8fff 0004 00000006")]
    [InlineData("a name and a proof", "0001 0020 2112a442 " + Id + " 0006 0003 61646100 0008 0014 00000000 00000000 00000000 00000000 00000000")]
    [InlineData("behind a proof", "0001 001c 2112a442 " + Id + " 0008 0014 00000000 00000000 00000000 00000000 00000000 0003 0000")]
    [InlineData("no attribute at all", Request)]
    public void WhatNeedNotBeUnderstoodIsPassedOver(string why, string request)
    {
        Assert.True(StunMessage.TryRead(Answer(request, Four, 1), out var answer), why);
        Assert.Equal(StunClass.Success, answer.Class);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("one byte", "00")]
    [InlineData("a header that is cut", "0001 0000 2112a442 000102030405060708090a")]
    [InlineData("a byte too many", Request + "00")]
    [InlineData("another cookie: RFC 3489", "0001 0000 2112a443 " + Id)]
    [InlineData("an indication", "0011 0000 2112a442 " + Id)]
    [InlineData("a success", "0101 0000 2112a442 " + Id)]
    [InlineData("an error", "0111 0000 2112a442 " + Id)]
    [InlineData("Allocate", "0003 0000 2112a442 " + Id)]
    [InlineData("another method", "3eef 0000 2112a442 " + Id)]
    [InlineData("the first bits are not zero", "4001 0000 2112a442 " + Id)]
    [InlineData("a length that is no multiple of four", "0001 0003 2112a442 " + Id + " 000000")]
    [InlineData("a length beyond the end", "0001 0004 2112a442 " + Id)]
    [InlineData("a length before the end", "0001 0000 2112a442 " + Id + " 80220000")]
    [InlineData("an attribute beyond the end", "0001 0004 2112a442 " + Id + " 80220001")]
    [InlineData("an attribute far beyond the end", "0001 0004 2112a442 " + Id + " 8022ffff")]
    [InlineData("a wrong checksum", "0001 0008 2112a442 " + Id + " 8028 0004 5b0ff6f0")]
    [InlineData("a checksum of the wrong length", "0001 0004 2112a442 " + Id + " 80280000")]
    [InlineData("something behind the checksum", "0001 000c 2112a442 " + Id + " 8028 0004 5b0ff6fc 8022 0000")]
    [InlineData("DTLS", "16fefd00000000000000000031")]
    [InlineData("a name server's query", "abcd 0100 0001 0000 0000 0000 03777777076578616d706c6503636f6d 00 0001 0001")]
    public void EverythingElseIsMetWithSilence(string why, string datagram) => Assert.True(Answer(datagram, Six, 1).Length == 0, why);

    [Fact]
    public void TheLongestRequestIsAnsweredAndALongerOneIsNot()
    {
        Assert.NotEmpty(Answer(Padded(BindingResponder.LongestRequest), Six, 1));
        Assert.Empty(Answer(Padded(BindingResponder.LongestRequest + 4), Six, 1));
    }

    /// <summary>Nobody is worth flooding through this: what goes out is at most 32 bytes more than what came in, and 7 for 3.</summary>
    [Fact]
    public void NoAnswerIsMuchLongerThanItsRequest()
    {
        var random = new Random(20260302);
        var (answered, most) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var request = RandomRequest(random);
            var answer = Answer(request, Six, 65535);
            Assert.InRange(answer.Length, 0, Math.Min(request.Length + 32, request.Length * 7 / 3));
            most = Math.Max(most, answer.Length - request.Length);
            answered += answer.Length > 0 ? 1 : 0;
        }

        Assert.InRange(answered, 1000, 20_000);
        Assert.Equal(32, most);
    }

    [Theory]
    [InlineData("the shortest request", Request, 20, 44)]
    [InlineData("the shortest that is not understood", "0001 0004 2112a442 " + Id + " 0003 0000", 24, 56)]
    public void TheShortestRequestsGainTheMost(string why, string request, int asked, int answered) =>
        Assert.True((asked, answered) == (Hex(request).Length, Answer(request, Six, 65535).Length), why);

    [Fact]
    public void AnswersAreReadBackAsTheyWereMeant()
    {
        Assert.True(StunMessage.TryRead(Answer(Request, Six, 65535), out var six));
        Assert.True(StunMessage.TryRead(Answer(Request, Four, 1), out var four));

        Assert.Equal(new IPEndPoint(Six, 65535), six.FindAddress(StunAttributeType.XorMappedAddress));
        Assert.Equal(new IPEndPoint(Four, 1), four.FindAddress(StunAttributeType.XorMappedAddress));
    }

    private static byte[] RandomRequest(Random random)
    {
        var buffer = new byte[600];
        var id = new byte[12];
        random.NextBytes(id);
        var writer = new StunWriter(buffer, StunClass.Request, StunMethod.Binding, id);
        for (var count = random.Next(12); count > 0; count--)
        {
            writer.Add((StunAttributeType)random.Next(0x9000), new byte[random.Next(5)]);
        }

        if (random.Next(2) == 0)
        {
            writer.AddFingerprint();
        }

        return buffer[..writer.Length];
    }

    private static byte[] Padded(int length)
    {
        var buffer = new byte[length];
        var writer = new StunWriter(buffer, StunClass.Request, StunMethod.Binding, new byte[12]);
        writer.Add(StunAttributeType.Software, new byte[length - 24]);
        return buffer[..writer.Length];
    }

    private static byte[] Answer(string datagram, IPAddress address, int port) => Answer(Hex(datagram), address, port);

    private static byte[] Answer(byte[] datagram, IPAddress address, int port)
    {
        var answer = new byte[BindingResponder.LongestAnswer];
        return answer[..BindingResponder.Answer(datagram, address, port, answer)];
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
