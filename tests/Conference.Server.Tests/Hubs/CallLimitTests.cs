using System.Net;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Connections;
using Conference.Server.Hubs.Filters;
using Conference.TestKit;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Hubs;

/// <summary>Which call is counted for whom: the connection, its visitor, the address, the room.</summary>
public sealed class CallLimitTests
{
    private const double Slow = 0.001;
    private static readonly IPAddress Here = IPAddress.Parse("203.0.113.1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("203.0.113.2");
    private readonly FakeTimeProvider _clock = TestClock.Create();

    private readonly LimitsOptions _limits = new()
    {
        ChatRate = Slow,
        ChatBurst = 1,
        SignalRate = Slow,
        SignalBurst = 2,
        OtherRate = Slow,
        OtherBurst = 3,
        VisitorShare = 2,
        RoomCallRate = Slow,
        RoomCallBurst = 1000,
        VisitorJoinRate = Slow,
        VisitorJoinBurst = 2,
        JoinRate = Slow,
        JoinBurst = 3,
    };

    public static TheoryData<string> HeardByTheRoom => new()
    {
        nameof(IConferenceServer.SendMessage), nameof(IConferenceServer.NotifyTyping), nameof(IConferenceServer.SendReaction),
        nameof(IConferenceServer.RaiseHand), nameof(IConferenceServer.LowerHand), nameof(IConferenceServer.SetName),
        nameof(IConferenceServer.StartRecording), nameof(IConferenceServer.StopRecording),
    };

    public static TheoryData<string, int> Bursts => new()
    {
        { nameof(IConferenceServer.SendMessage), 1 }, { nameof(IConferenceServer.SendSignal), 2 }, { nameof(IConferenceServer.SetMedia), 3 },
        { nameof(IConferenceServer.RaiseHand), 3 },
    };

    [Theory]
    [MemberData(nameof(Bursts))]
    public void AConnectionHasALimitForEachKindOfCall(string method, int burst)
    {
        var limits = new CallLimits(_limits, _clock);

        Assert.Equal(burst, Count(() => limits.TryCall(method)));

        Assert.All(Bursts.Where(row => (int)row[1] != burst), row => Assert.True(limits.TryCall((string)row[0])));
    }

    [Theory]
    [MemberData(nameof(Bursts))]
    public void AllConnectionsOfAVisitorHaveAShareOfIt(string method, int burst)
    {
        var shared = Share();
        var visitor = Guid.NewGuid();

        Assert.Equal(burst * 2, Count(() => shared.TryCall(new HubCaller($"{Guid.NewGuid()}", visitor), method)));

        Assert.True(shared.TryCall(Caller(), method));
    }

    [Fact]
    public void AVisitorsShareComesBackWithTime()
    {
        _limits.ChatRate = 1;
        var shared = Share();
        var caller = Caller();
        Count(() => shared.TryCall(caller, nameof(IConferenceServer.SendMessage)));

        _clock.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal(1, Count(() => shared.TryCall(caller, nameof(IConferenceServer.SendMessage))));
    }

    [Fact]
    public void JoinsAreCountedForVisitorAndAddress()
    {
        var shared = Share();
        var (ada, bob) = (Caller(address: Here), Caller(address: Here));

        Assert.Equal(2, Count(() => shared.TryCall(ada, nameof(IConferenceServer.JoinRoom))));
        Assert.Equal(1, Count(() => shared.TryCall(bob, nameof(IConferenceServer.JoinRoom))));
        Assert.True(shared.TryCall(Caller(address: Elsewhere), nameof(IConferenceServer.JoinRoom)));
    }

    [Fact]
    public void JoinsAreOtherCallsAsWell()
    {
        (_limits.VisitorJoinBurst, _limits.JoinBurst) = (1000, 1000);
        var shared = Share();
        var caller = Caller(address: Here);

        Assert.Equal(6, Count(() => shared.TryCall(caller, nameof(IConferenceServer.JoinRoom))));
    }

    [Theory]
    [MemberData(nameof(HeardByTheRoom))]
    public void ARoomHearsOnlySoMuchFromAllTogether(string method)
    {
        _limits.RoomCallBurst = 1;
        var shared = Share();

        Assert.True(shared.TryCall(Caller(room: 7), method));
        Assert.False(shared.TryCall(Caller(room: 7), method));

        Assert.True(shared.TryCall(Caller(room: 8), method));
        Assert.True(shared.TryCall(Caller(), method));
    }

    [Theory]
    [InlineData(nameof(IConferenceServer.SendSignal))]
    [InlineData(nameof(IConferenceServer.SetMedia))]
    [InlineData(nameof(IConferenceServer.SuspendRoom))]
    [InlineData(nameof(IConferenceServer.LeaveRoom))]
    public void WhatARoomDoesNotHearGoesOnWhenItHeardEnough(string method)
    {
        _limits.RoomCallBurst = 1;
        var shared = Share();
        shared.TryCall(Caller(room: 7), nameof(IConferenceServer.SendMessage));

        Assert.True(shared.TryCall(Caller(room: 7), method));
    }

    [Fact]
    public void FramesAreLimitedToAShareOfAllCallsTogether()
    {
        (_limits.ChatRate, _limits.SignalRate, _limits.OtherRate, _limits.FrameShare) = (1, 2, 4, 2);
        var frames = new FrameLimits(_limits, _clock);

        Assert.Equal(12, Count(() => frames.TryTake(1, 0)));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(7, Count(() => frames.TryTake(1, 0)));
    }

    [Fact]
    public void BytesAreLimitedByThemselves()
    {
        (_limits.ByteRate, _limits.ByteBurst) = (10, 40);
        var frames = new FrameLimits(_limits, _clock);

        Assert.Equal(4, Count(() => frames.TryTake(0, 10)));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Count(() => frames.TryTake(0, 10)));
    }

    private static int Count(Func<bool> take)
    {
        var count = 0;
        while (count < 100 && take())
        {
            count++;
        }

        return count;
    }

    private static HubCaller Caller(long? room = null, IPAddress? address = null)
    {
        var caller = new HubCaller("connection", Guid.NewGuid(), address);
        if (room is { } id)
        {
            caller.TryTake(new SeatKey(id, "seat", "connection"));
        }

        return caller;
    }

    private SharedCallLimits Share() => new(new OptionsWrapper<LimitsOptions>(_limits), _clock);
}
