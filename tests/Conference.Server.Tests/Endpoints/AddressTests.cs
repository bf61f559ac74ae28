using System.Net;
using Conference.Server.Endpoints;

namespace Conference.Server.Tests.Endpoints;

/// <summary>What an address is counted under, and how much it gets.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff:ffff:ffff:ffff", "20010DB800010002")]
    [InlineData("2001:db8:1:3::1", "20010DB800010003")]
    public void OneLineIsOneName(string address, string name) => Assert.Equal(name, RequestLimits.NameOf(IPAddress.Parse(address)));

    [Fact]
    public void WhereThereIsNoAddressAllAreOne() => Assert.Equal("", RequestLimits.NameOf(null));

    [Theory]
    [InlineData(20, 20, 1)]
    [InlineData(1.9, 1, 1)]
    [InlineData(0.5, 1, 2)]
    [InlineData(0.001, 1, 1000)]
    public void TokensComeWhole(double rate, int count, int seconds)
    {
        var refill = RequestLimits.Refill(rate, burst: 7);

        Assert.Equal((7, count, TimeSpan.FromSeconds(seconds), 0), (refill.TokenLimit, refill.TokensPerPeriod, refill.ReplenishmentPeriod, refill.QueueLimit));
    }
}
