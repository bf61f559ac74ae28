using System.Net;
using System.Text.RegularExpressions;
using Conference.Core.Signals;

namespace Conference.Core.Tests.Signals;

public sealed partial class RelayFilterTests
{
    private const string Relayed = "candidate:4 1 udp 41885951 198.51.100.7 50003 typ relay raddr 203.0.113.9 rport 61000 generation 0 ufrag Yx3d network-id 1 network-cost 10";
    private const string CleanRelayed = "candidate:4 1 udp 41885951 198.51.100.7 50003 typ relay raddr 0.0.0.0 rport 9 generation 0 ufrag Yx3d";

    [Theory]
    [InlineData("candidate:1 1 udp 2122260223 192.168.1.5 61000 typ host generation 0 ufrag Yx3d network-id 1")]
    [InlineData("candidate:1 1 udp 2122260223 3f1c9d0e-8f5c-4f77-9c1b-3b8c2b9d7a61.local 61000 typ host")]
    [InlineData("candidate:2 1 udp 1686052607 203.0.113.9 61000 typ srflx raddr 192.168.1.5 rport 61000 generation 0")]
    [InlineData("candidate:3 1 udp 1853824767 2001:db8::5 61000 typ prflx raddr :: rport 0")]
    [InlineData("candidate:1 1 tcp 1518280447 192.168.1.5 9 typ host tcptype active")]
    [InlineData("candidate:4 1 udp 41885951 198.51.100.7 50003 typ RELAY raddr 203.0.113.9 rport 61000")]
    [InlineData("candidate:4 1 udp 41885951 192.168.1.5 50003 typ host typ relay")]
    [InlineData("candidate:4 1 udp 41885951 198.51.100.7 50003 typ")]
    [InlineData("candidate:")]
    public void WhatIsNoRelaysIsNoCandidate(string candidate)
    {
        Assert.Null(RelayFilter.CleanCandidate(candidate));
        Assert.Equal("v=0\r\n", RelayFilter.CleanDescription($"v=0\r\na={candidate}\r\n"));
    }

    [Fact]
    public void ARelaysCandidateStaysWithoutTheAddressBehindIt()
    {
        Assert.Equal(CleanRelayed, RelayFilter.CleanCandidate(Relayed));
        Assert.Equal(CleanRelayed, RelayFilter.CleanCandidate("a=" + Relayed));
        Assert.Equal($"a={CleanRelayed}\r\n", RelayFilter.CleanDescription($"a={Relayed}\n"));
    }

    [Fact]
    public void WhatDoesNotBeginLikeOneIsNoCandidate() => Assert.Null(RelayFilter.CleanCandidate("1 1 udp 1 192.168.1.5 9 typ relay"));

    [Fact]
    public void TheEndOfTheCandidatesStays()
    {
        Assert.Equal("", RelayFilter.CleanCandidate(""));
        Assert.Equal("a=end-of-candidates\r\n", RelayFilter.CleanDescription("a=end-of-candidates\r\n"));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void TheOtherLinesSayNothingOfAddresses(string end)
    {
        string[] lines =
        [
            "v=0", "o=mozilla...THIS_IS_SDPARTA-99.0 4611731400430051336 2 IN IP4 192.168.1.5", "s=-", "i=203.0.113.9", "u=http://203.0.113.9/",
            "c=IN IP6 2001:db8::5", "t=0 0", "a=group:BUNDLE 0", "m=audio 61000 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 203.0.113.9", "b=AS:64",
            "a=rtcp:61001 IN IP4 203.0.113.9", "a=remote-candidates:1 203.0.113.9 61000", "a=candidate:1 1 udp 2122260223 192.168.1.5 61000 typ host",
            "a=ice-ufrag:Yx3d", "a=fingerprint:sha-256 AB:CD:EF", "a=" + Relayed,
        ];

        Assert.Equal(
            [
                "v=0", "o=- 4611731400430051336 2 IN IP4 0.0.0.0", "s=-", "c=IN IP4 0.0.0.0", "t=0 0", "a=group:BUNDLE 0",
                "m=audio 61000 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 0.0.0.0", "b=AS:64", "a=rtcp:9 IN IP4 0.0.0.0", "a=ice-ufrag:Yx3d",
                "a=fingerprint:sha-256 AB:CD:EF", "a=" + CleanRelayed, "",
            ],
            RelayFilter.CleanDescription(string.Join(end, lines) + end).Split("\r\n"));
    }

    /// <summary>Whatever order and mixture of lines: the only addresses left are those of relays.</summary>
    [Fact]
    public void NoAddressIsLeftInAThousandMixtures()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            var address = new IPAddress(random.NextInt64(1L << 32));
            string[] lines =
            [
                $"o=- 1 2 IN IP4 {address}", $"c=IN IP4 {address}", $"a=rtcp:9 IN IP4 {address}", $"a=candidate:1 1 udp 1 {address} 1 typ host",
                $"a=candidate:2 1 tcp 1 198.51.100.7 1 typ srflx raddr {address} rport 1", $"e=me@{address}", $"a=remote-candidates:1 {address} 9",
                $"a=candidate:3 1 udp 1 198.51.100.7 1 typ relay raddr {address} rport 9 generation 0", "a=mid:0", "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            ];
            random.Shuffle(lines);

            var cleaned = RelayFilter.CleanDescription(string.Join("\r\n", lines));

            Assert.True(
                Addresses().Matches(cleaned).All(match => match.Value is "0.0.0.0" or "198.51.100.7"), $"seed {seed}: {cleaned}");
            Assert.Contains("typ relay", cleaned, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+\.\d+")]
    private static partial Regex Addresses();
}
