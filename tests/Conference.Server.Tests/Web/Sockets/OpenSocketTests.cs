using System.Net;
using Conference.Server.Web.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace Conference.Server.Tests.Web.Sockets;

/// <summary>Which sockets are counted with which, and for how long.</summary>
public sealed class OpenSocketTests
{
    private const int Plenty = 100;
    private const string Here = "203.0.113.1";
    private const string Elsewhere = "203.0.113.2";
    private const string Proxy = "192.0.2.7";
    private const string AmongProxies = "10.1.2.3";

    [Theory]
    [InlineData(Here, Here)]
    [InlineData(Here, "::ffff:203.0.113.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    public void ALineHasOnlySoMany(string first, string other)
    {
        var open = Limit(address: 2);

        Assert.NotNull(TryOpen(open, first));
        Assert.NotNull(TryOpen(open, other));
        Assert.Null(TryOpen(open, first));
        Assert.Null(TryOpen(open, other));
    }

    [Theory]
    [InlineData(Here, Elsewhere)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    public void AnotherLineIsCountedApart(string first, string other)
    {
        var open = Limit(address: 1);

        Assert.NotNull(TryOpen(open, first));
        Assert.NotNull(TryOpen(open, other));
    }

    [Theory]
    [InlineData(Proxy)]
    [InlineData("::ffff:192.0.2.7")]
    [InlineData(AmongProxies)]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData(null)]
    public void WhoBringsEverybodyIsNotCountedButInAll(string? address)
    {
        var open = Limit(all: 3, address: 1);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.NotNull(TryOpen(open, address)));
        Assert.Null(TryOpen(open, address));
        Assert.Null(TryOpen(open, Here));
    }

    [Fact]
    public void TheServerHasOnlySoMany()
    {
        var open = Limit(all: 2);

        Assert.NotNull(TryOpen(open, Here));
        Assert.NotNull(TryOpen(open, Elsewhere));
        Assert.Null(TryOpen(open, "203.0.113.3"));
    }

    [Fact]
    public void APlaceThatIsGivenUpIsFreeForEachCount()
    {
        foreach (var (open, address) in new[] { (Limit(all: 2), Here), (Limit(address: 2), Here), (Limit(all: 2), Proxy) })
        {
            using var first = TryOpen(open, address);
            for (var i = 0; i < 3; i++)
            {
                var second = TryOpen(open, address);
                Assert.NotNull(second);
                Assert.Null(TryOpen(open, address));
                second.Dispose();
            }
        }
    }

    [Fact]
    public void WhoIsRefusedTakesNothing()
    {
        var open = Limit(all: 2, address: 1);
        using var first = TryOpen(open, Here);

        Assert.Null(TryOpen(open, Here));

        Assert.NotNull(TryOpen(open, Elsewhere));
    }

    private static IDisposable? TryOpen(OpenSockets open, string? address) => open.TryOpen(address is null ? null : IPAddress.Parse(address));

    private static OpenSockets Limit(int all = Plenty, int address = Plenty)
    {
        var forwarded = new ForwardedHeadersOptions();
        forwarded.KnownProxies.Add(IPAddress.Parse(Proxy));
        forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("10.1.0.0/16"));
        return new OpenSockets(
            new OptionsWrapper<SocketLimitsOptions>(new SocketLimitsOptions { Sockets = all, AddressSockets = address }),
            new OptionsWrapper<ForwardedHeadersOptions>(forwarded));
    }
}
