using System.Net;
using System.Net.Sockets;

namespace Conference.Server.Tests.Turn;

/// <summary>What the recipe of <c>src/deploy/turnserver.conf</c> keeps a relay from: whoever may relay a call shall not reach the networks behind it.</summary>
public sealed class TurnRecipeTests
{
    private const int Forbidden = 403;

    private static readonly string[] Private4 =
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255",
        "198.51.100.1", "203.0.113.1", "240.0.0.1", "255.255.255.255",
    ];

    private static readonly string[] Private6 =
    [
        "::", "::1", "64:ff9b::10.0.0.1", "64:ff9b:1::10.0.0.1", "100::1", "2001::1", "2001:db8::1", "2002:a00:1::1", "2002:7f00:1::1", "fc00::1",
        "fdff:ffff::1", "fe80::1", "febf::1",
    ];

    [Fact]
    public async Task NoFormOfAPrivateAddressIsRelayedTo()
    {
        await using var coturn = await TurnServer.StartByRecipeAsync(IPAddress.Loopback);
        await using var guest = await TurnGuest.AllocateAsync(coturn, AddressFamily.InterNetwork);

        Assert.Equal([], await AllowedAsync(guest, Private4));
        Assert.Equal(0, await guest.AskForAsync(IPAddress.Parse("9.9.9.9")));
    }

    [Fact]
    public async Task NorAreThoseOfTheNewerProtocol()
    {
        await using var coturn = await TurnServer.StartByRecipeAsync(IPAddress.IPv6Loopback);
        await using var guest = await TurnGuest.AllocateAsync(coturn, AddressFamily.InterNetworkV6);

        Assert.Equal([], await AllowedAsync(guest, Private6));
        Assert.Equal(0, await guest.AskForAsync(IPAddress.Parse("2620:fe::9")));
    }

    /// <summary>Those to which it would send, or that it refuses for another reason than that they are forbidden.</summary>
    private static async Task<IReadOnlyList<string>> AllowedAsync(TurnGuest guest, IEnumerable<string> addresses)
    {
        var allowed = new List<string>();
        foreach (var address in addresses)
        {
            var error = await guest.AskForAsync(IPAddress.Parse(address));
            if (error != Forbidden)
            {
                allowed.Add($"{address}: {error}");
            }
        }

        return allowed;
    }
}
