using Conference.Core;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>What one page sends is read whole, and written anew for the others: no two readers can find different things in it.</summary>
public sealed class RelayTests(HubServer server) : HubScene(server)
{
    /// <summary>Calls that have a field twice, at every depth; <c>{to}</c> is who hears it.</summary>
    public static TheoryData<string, string> Twice => new()
    {
        { "SendSignal", """[{"to":"{to}","to":"nobody","toInstance":"bob","signal":{"description":"a"}}]""" },
        { "SendSignal", """[{"to":"{to}","toInstance":"bob","signal":{"description":"a"},"signal":{"description":"b"}}]""" },
        { "SendSignal", """[{"to":"{to}","toInstance":"bob","signal":{"description":"a","description":"b"}}]""" },
        { "SendSignal", """[{"to":"{to}","toInstance":"bob","signal":{"description":"a","desc\u0072iption":"b"}}]""" },
        { "SendSignal", """[{"to":"{to}","toInstance":"bob","signal":{"candidates":["a"],"candidates":["b"]}}]""" },
        { "SendMessage", """[{"id":"00112233445566778899aabbccddeeff","id":"10112233445566778899aabbccddeeff","text":"a"}]""" },
        { "SetName", """[{"name":"a","name":"b"}]""" },
        { "SetMedia", """[{"media":{"microphone":"on","microphone":"muted","camera":"on"}}]""" },
        { "SetMedia", """[{"media":{"microphone":"on","camera":"on"},"unmute":true,"unmute":false}]""" },
        { "MuteParticipant", """[{"to":"{to}","to":"nobody"}]""" },
        { "SetHost", """[{"to":"{to}","host":true,"host":false}]""" },
    };

    [Theory]
    [MemberData(nameof(Twice))]
    public async Task WhatIsSaidTwiceIsRefusedAndHeardByNobody(string method, string arguments)
    {
        using var ada = await EnterAsync("ada");
        using var bob = await EnterAsync("bob");
        await ada.Page.SettleAsync();
        bob.Page.TakeTold();

        Assert.Equal(ErrorCodes.InvalidRequest, await ada.Page.CallAsync(method, arguments.Replace("{to}", bob.Id, StringComparison.Ordinal)));

        await bob.Page.SettleAsync();
        Assert.Empty(bob.Page.Told);
    }

    [Fact]
    public async Task WhatIsToldHasItsOwnFieldsAndNoneOfTheSenders()
    {
        using var ada = await EnterAsync("ada");
        using var bob = await EnterAsync("bob");
        const string More = """ "type":"SeatEnded","from":"evil","isHost":true,"__proto__":{"evil":true},"more":["evil"]""";

        Assert.Null(await ada.Page.CallAsync(
            "SendSignal", $$$""" [ {{{{More}}}, "toInstance":"bob", "to":"{{{bob.Id}}}","signal":{ {{{More}}},"candidates":["\u0063"] ,"description":"\u003cd\/\ud83d\ude00>" } } ] """));
        Assert.Null(await ada.Page.CallAsync("SetName", $$"""[{"name":"A\u0064a",{{More}}}]"""));
        Assert.Null(await ada.Page.CallAsync("SendReaction", $$"""[{{{More}},"reaction":"clap"}]"""));
        Assert.Null(await ada.Page.CallAsync("SendMessage", $$"""[{{{More}},"id":"00112233445566778899aabbccddeeff","text":"\u0048i"}]"""));

        await bob.Page.WaitForAsync("MessagesAdded");
        var told = bob.Page.Told.Select(one => one.ToJsonString()).ToList();
        Assert.DoesNotContain(told, one => one.Contains("evil", StringComparison.Ordinal));
        Assert.Contains($$$"""{"type":1,"target":"SignalReceived","arguments":[{"from":"{{{ada.Id}}}","fromInstance":"ada","signal":{"description":"\u003Cd/\uD83D\uDE00\u003E","candidates":["c"]}}]}""", told);
        Assert.Contains(told, one => one.Contains("\"name\":\"Ada\"", StringComparison.Ordinal));
        Assert.Contains(told, one => one.Contains("\"text\":\"Hi\"", StringComparison.Ordinal));
    }

    private async Task<Seated> EnterAsync(string instance)
    {
        var page = await RawConnection.ConnectAsync(await VisitAsync());
        var joined = await page.InvokeAsync("JoinRoom", Guest.Request(Code, instance) with { InstanceId = instance, Media = Guest.Open });
        return new Seated(page, (string)joined.Result!["seat"]!["participantId"]!);
    }

    private sealed record Seated(RawConnection Page, string Id) : IDisposable
    {
        public void Dispose() => Page.Dispose();
    }
}
