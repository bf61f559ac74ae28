using System.Net;
using Conference.Server.Hubs.Connections;
using Conference.Server.Hubs.Filters;
using Microsoft.Extensions.Options;

namespace Conference.Server.Tests.Hubs.Connections;

/// <summary>Who is counted with whom, and for how long.</summary>
public sealed class OpenConnectionTests
{
    private const int Plenty = 100;
    private static readonly Guid Ada = Guid.NewGuid();
    private static readonly Guid Bob = Guid.NewGuid();
    private static readonly IPAddress Here = IPAddress.Parse("203.0.113.1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("203.0.113.2");

    [Fact]
    public void AVisitorHasOnlySoManyWhereverItIs()
    {
        var open = Limit(visitor: 2);
        using var first = open.TryOpen(Ada, Here);
        using var second = open.TryOpen(Ada, Elsewhere);

        Assert.True(first is not null && second is not null);
        Assert.Null(open.TryOpen(Ada, Here));
        Assert.Null(open.TryOpen(Ada, Elsewhere));
        Assert.NotNull(open.TryOpen(Bob, Here));
    }

    [Fact]
    public void AnAddressHasOnlySoManyWhoeverTheyAre()
    {
        var open = Limit(address: 2);
        using var first = open.TryOpen(Ada, Here);
        using var second = open.TryOpen(Bob, Here);

        Assert.True(first is not null && second is not null);
        Assert.Null(open.TryOpen(Ada, Here));
        Assert.NotNull(open.TryOpen(Ada, Elsewhere));
    }

    [Fact]
    public void TheServerHasOnlySoMany()
    {
        var open = Limit(all: 2);
        using var first = open.TryOpen(Ada, Here);
        using var second = open.TryOpen(Bob, Elsewhere);

        Assert.True(first is not null && second is not null);
        Assert.Null(open.TryOpen(Guid.NewGuid(), IPAddress.Loopback));
    }

    [Fact]
    public void APlaceThatIsGivenUpIsFreeForEachCount()
    {
        foreach (var open in new[] { Limit(all: 2), Limit(address: 2), Limit(visitor: 2) })
        {
            using var first = open.TryOpen(Ada, Here);
            for (var i = 0; i < 3; i++)
            {
                var second = open.TryOpen(Ada, Here);
                Assert.NotNull(second);
                Assert.Null(open.TryOpen(Ada, Here));
                second.Dispose();
            }
        }
    }

    [Fact]
    public void WhoIsRefusedTakesNothing()
    {
        var open = Limit(all: 2, visitor: 1);
        using var first = open.TryOpen(Ada, Here);

        Assert.Null(open.TryOpen(Ada, Here));

        Assert.NotNull(open.TryOpen(Bob, Here));
    }

    private static OpenConnections Limit(int all = Plenty, int address = Plenty, int visitor = Plenty) =>
        new(new OptionsWrapper<LimitsOptions>(new LimitsOptions { Connections = all, AddressConnections = address, VisitorConnections = visitor }));
}
