using System.Net;
using Conference.Server.Rooms;
using Conference.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Server.Tests.Rooms;

/// <summary>How often passwords may be tried.</summary>
public sealed class PasswordTryTests
{
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly PasswordTries _tries;

    public PasswordTryTests() => _tries = new PasswordTries(_clock);

    [Fact]
    public void AnAddressTriesTenTimesAMinuteInAllRooms()
    {
        Assert.All(Enumerable.Range(0, 10), room => Assert.True(_tries.TryTake(Address(1), room)));
        Assert.False(_tries.TryTake(Address(1), 10));
        Assert.True(_tries.TryTake(Address(2), 10));

        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.True(_tries.TryTake(Address(1), 10));
        Assert.False(_tries.TryTake(Address(1), 10));
    }

    [Fact]
    public void ARoomIsTriedSixtyTimesAMinuteFromEverywhere()
    {
        Assert.All(Enumerable.Range(0, 60), one => Assert.True(_tries.TryTake(Address(one), 7)));
        Assert.False(_tries.TryTake(Address(60), 7));
        Assert.True(_tries.TryTake(Address(61), 8));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(_tries.TryTake(Address(62), 7));
        Assert.False(_tries.TryTake(Address(63), 7));
    }

    [Fact]
    public async Task TheRightPasswordCostsNoTryHoweverManyKnowIt()
    {
        using var passwords = new RoomPasswords(_tries);
        var kept = await passwords.HashAsync("open sesame");
        Task<bool?> TryAsync(string password) => passwords.TryAsync(password, kept, Address(1), roomId: 7);

        Assert.All(await Task.WhenAll(Enumerable.Repeat("open sesame", 25).Select(TryAsync)), right => Assert.True(right));
        Assert.All(await Task.WhenAll(Enumerable.Repeat("open simsim", 10).Select(TryAsync)), right => Assert.False(right));
        Assert.Null(await TryAsync("open sesame"));
    }

    [Fact]
    public void WhatIsGivenBackIsNoMoreThanWasTaken()
    {
        _tries.GiveBack(Address(1), 7);
        Assert.True(_tries.TryTake(Address(1), 7));
        _tries.GiveBack(Address(1), 7);
        _tries.GiveBack(Address(1), 7);

        Assert.All(Enumerable.Range(0, 10), one => Assert.True(_tries.TryTake(Address(1), 7)));
        Assert.False(_tries.TryTake(Address(1), 7));
        Assert.All(Enumerable.Range(2, 50), one => Assert.True(_tries.TryTake(Address(one), 7)));
        Assert.False(_tries.TryTake(Address(99), 7));
    }

    [Fact]
    public void WhoTriesOnAndOnIsLookedAtTenTimesAMinute()
    {
        var looks = 0;
        for (var i = 0; i < 10_000; i++)
        {
            looks += _tries.TryTake(Address(1), roomId: i % 100) ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(0.06));
        }

        Assert.InRange(looks, 100, 110);
    }

    private static IPAddress Address(int last) => new([203, 0, 113, (byte)last]);
}
