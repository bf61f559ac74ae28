using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Core;
using Conference.Core.Audit;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>A room that is kept to relays: nobody is told where another is, whatever their pages send.</summary>
public sealed partial class RelayOnlyTests : ServerTest
{
    private const string Relay = "198.51.100.7";
    private static readonly string[] Kinds = ["host", "srflx", "prflx", "relay"];
    private bool _hasRelay = true;

    [Fact]
    public async Task NoAddressPassesInAThousandNegotiations()
    {
        await using var ada = await SitAsync("ada");
        await using var bob = await SitAsync("bob");
        await KeepToRelaysAsync();
        for (var seed = 0; seed < 1_000; seed++)
        {
            await ada.CallAsync(nameof(IConferenceServer.SendSignal), To(bob, Negotiation(new Random(seed))));

            var heard = (await bob.SkipToAsync<SignalReceivedEvent>()).Signal;
            string[] texts = [heard.Description!, .. heard.Candidates ?? []];
            Assert.All(texts, text => Assert.All(Addresses().Matches(text), match => Assert.True(match.Value is "0.0.0.0" or Relay, $"seed {seed}: {text}")));
            Assert.All(texts, text => Assert.All(CandidateTypes().Matches(text), match => Assert.Equal("typ relay", match.Value)));
            Assert.Contains("typ relay", heard.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatHasNothingButAddressesGoesNowhereAndIsNoFault()
    {
        await using var ada = await SitAsync("ada");
        await using var bob = await SitAsync("bob");
        await KeepToRelaysAsync();

        await ada.CallAsync(nameof(IConferenceServer.SendSignal), To(bob, new Signal(Candidates: [Candidate("192.168.1.5", "host")])));
        await ada.CallAsync(nameof(IConferenceServer.SendSignal), To(bob, new Signal(Note: "the next")));

        Assert.Equal(new Signal(Note: "the next"), (await bob.SkipToAsync<SignalReceivedEvent>()).Signal);
    }

    [Fact]
    public async Task TheEndOfTheCandidatesAndWhatItIsAboutStay()
    {
        await using var ada = await SitAsync("ada");
        await using var bob = await SitAsync("bob");
        await KeepToRelaysAsync();

        await ada.CallAsync(nameof(IConferenceServer.SendSignal), To(bob, new Signal(
            Candidates: ["""{"candidate":"","sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"Yx3d","more":"192.168.1.5"}"""])));

        Assert.Equal(
            """{"candidate":"","sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"Yx3d"}""",
            Assert.Single((await bob.SkipToAsync<SignalReceivedEvent>()).Signal.Candidates!));
    }

    [Theory]
    [InlineData("a=candidate:1 1 udp 1 192.168.1.5 1 typ host")]
    [InlineData("""{"sdp":"v=0"}""")]
    [InlineData("""{"type":"offer","sdp":null}""")]
    [InlineData("""{"type":"192.168.1.5","sdp":"v=0"}""")]
    [InlineData("""{"type":"offer","sdp":"v=0","sdp":"a=candidate:1 1 udp 1 192.168.1.5 1 typ host"}""")]
    [InlineData("""["192.168.1.5"]""")]
    [InlineData("null")]
    public async Task WhatNoBrowserWritesIsRefused(string text)
    {
        await using var ada = await SitAsync("ada");
        await using var bob = await SitAsync("bob");
        await KeepToRelaysAsync();

        Assert.Equal(ErrorCodes.SignalInvalid, await ada.RefusalAsync(nameof(IConferenceServer.SendSignal), To(bob, new Signal(text))));
        Assert.Equal(ErrorCodes.SignalInvalid, await ada.RefusalAsync(nameof(IConferenceServer.SendSignal), To(bob, new Signal(Candidates: [text]))));
    }

    [Fact]
    public async Task EverywhereElseASignalIsNotLookedInto()
    {
        await using var ada = await SitAsync("ada");
        await using var bob = await SitAsync("bob");
        var signal = new Signal("no JSON, 192.168.1.5");

        await ada.CallAsync(nameof(IConferenceServer.SendSignal), To(bob, signal));

        Assert.Equal(signal, (await bob.SkipToAsync<SignalReceivedEvent>()).Signal);
    }

    [Fact]
    public async Task EverybodyIsToldAndItIsOnRecord()
    {
        await using var bob = await SitAsync("bob");

        var settings = await KeepToRelaysAsync();

        Assert.True(settings.Settings.RelayOnly);
        Assert.True((await bob.SkipToAsync<RoomUpdatedEvent>()).Settings.RelayOnly);
        Assert.Equal(AuditAction.RelayOnlyOn, (await Ada.ReadAsync<AuditPage>($"{RoomPath}/audit")).Entries[0].Action);
    }

    [Fact]
    public async Task TheCallIsNotKeptToRelaysWhereThereIsNone()
    {
        await DisposeAsync();
        _hasRelay = false;
        await InitializeAsync();

        using var response = await Ada.PatchAsync($"{RoomPath}/settings", """{"relayOnly":true,"title":"Other"}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(ErrorCodes.NoRelay, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Weekly", (await Ada.ReadAsync<RoomInfo>(RoomPath)).Title);
    }

    protected override void Configure(ConferenceServerOptions options)
    {
        options.LiftLimits();
        if (_hasRelay)
        {
            options.Settings["Turn:Servers:0:Urls:0"] = "turn:turn.example";
            options.Settings["Turn:Servers:0:Secret"] = "a secret of two servers";
        }
    }

    private static SendSignalRequest To(Guest target, Signal signal) => new(target.Id, "page1", signal);

    /// <summary>A description as browsers write it, with candidates of all kinds in it and beside it.</summary>
    private static Signal Negotiation(Random random)
    {
        var address = $"{random.Next(1, 224)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}";
        var lines = Kinds.Select(kind => "a=" + CandidateText(address, kind)).Concat(
        [
            "v=0", $"o=- {random.NextInt64()} 2 IN IP4 {address}", "s=-", "t=0 0", "m=audio 9 UDP/TLS/RTP/SAVPF 111", $"c=IN IP4 {address}",
            $"a=rtcp:9 IN IP4 {address}", "a=ice-ufrag:Yx3d", "a=mid:0",
        ]).ToArray();
        random.Shuffle(lines);
        var sdp = string.Join("\r\n", lines);
        return new Signal(
            JsonSerializer.Serialize(new { type = random.Next(2) == 0 ? "offer" : "answer", sdp }),
            [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Candidate(address, Kinds[random.Next(Kinds.Length)]))]);
    }

    private static string Candidate(string address, string kind) =>
        JsonSerializer.Serialize(new { candidate = CandidateText(address, kind), sdpMid = "0", sdpMLineIndex = 0, usernameFragment = "Yx3d" });

    private static string CandidateText(string address, string kind) =>
        $"candidate:1 1 udp 41885951 {(kind == "relay" ? Relay : address)} 50003 typ {kind} raddr {address} rport 61000 generation 0 ufrag Yx3d";

    [GeneratedRegex(@"\d+\.\d+\.\d+\.\d+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"typ \w+")]
    private static partial Regex CandidateTypes();

    private async Task<Guest> SitAsync(string name)
    {
        var guest = await Guest.ConnectAsync(await VisitAsync());
        await guest.JoinAsync(Guest.Request(Code, name));
        return guest;
    }

    private async Task<RoomSettingsInfo> KeepToRelaysAsync()
    {
        using var response = await Ada.PatchAsync($"{RoomPath}/settings", """{"relayOnly":true}""");
        return (await response.Content.ReadFromJsonAsync<RoomSettingsInfo>(ConferenceVisitor.Json))!;
    }
}
