using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Conference.Core.Turn;
using Conference.Server.Turn;

namespace Conference.Server.Tests.Turn;

/// <summary>Somebody with an address at a relay, who asks to send to others from there (RFC 8656, sections 7 and 9).</summary>
internal sealed class TurnGuest : IAsyncDisposable
{
    private const uint Udp = 17u << 24;
    private const StunMethod CreatePermission = (StunMethod)8;
    private const StunAttributeType PeerAddress = (StunAttributeType)0x0012;
    private const StunAttributeType RequestedFamily = (StunAttributeType)0x0017;
    private readonly UdpTurnChannel _channel;
    private readonly TurnCredential _credential = TurnCredential.Create(TurnServer.Secret, "guest", DateTimeOffset.UtcNow.AddMinutes(5));
    private byte[] _realm = [];
    private byte[] _nonce = [];

    private TurnGuest(UdpTurnChannel channel) => _channel = channel;

    /// <summary>Takes an address at the relay.</summary>
    public static async Task<TurnGuest> AllocateAsync(TurnServer coturn, AddressFamily family)
    {
        var guest = new TurnGuest(new UdpTurnChannel(new IPEndPoint(IPAddress.Loopback, coturn.Port)));
        Assert.Equal(401, await guest.AskAsync(StunMethod.Allocate, family, null));
        Assert.Equal(0, await guest.AskAsync(StunMethod.Allocate, family, null));
        return guest;
    }

    /// <summary>Asks to send to this address. Nothing is sent.</summary>
    /// <returns>The number of the error; 0 when it may.</returns>
    public Task<int> AskForAsync(IPAddress peer) => AskAsync(CreatePermission, peer.AddressFamily, peer);

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task<int> AskAsync(StunMethod method, AddressFamily family, IPAddress? peer)
    {
        var answer = await _channel.AskAsync(Request(method, family, peer), CancellationToken.None);
        Assert.True(StunMessage.TryRead(answer, out var message));
        if (message.TryFind(StunAttributeType.Realm, out var realm) && message.TryFind(StunAttributeType.Nonce, out var nonce))
        {
            (_realm, _nonce) = (realm.ToArray(), nonce.ToArray());
        }

        return message.Class == StunClass.Success ? 0 : message.FindError();
    }

    private byte[] Request(StunMethod method, AddressFamily family, IPAddress? peer)
    {
        var buffer = new byte[1024];
        var writer = new StunWriter(buffer, StunClass.Request, method, RandomNumberGenerator.GetBytes(12));
        if (peer is not null)
        {
            writer.AddAddress(PeerAddress, peer, 9);
        }
        else
        {
            writer.Add(StunAttributeType.RequestedTransport, Udp);
            writer.Add(RequestedFamily, family == AddressFamily.InterNetworkV6 ? 2u << 24 : 1u << 24);
        }

        if (_realm.Length > 0)
        {
            writer.Add(StunAttributeType.Username, _credential.Username);
            writer.Add(StunAttributeType.Realm, _realm);
            writer.Add(StunAttributeType.Nonce, _nonce);
            writer.AddIntegrity(Key());
        }

        return buffer[..writer.Length];
    }

    /// <summary>TURN servers know no other one: RFC 8489, section 9.2.2.</summary>
#pragma warning disable CA5351
    private byte[] Key() => MD5.HashData(Encoding.UTF8.GetBytes($"{_credential.Username}:{Encoding.UTF8.GetString(_realm)}:{_credential.Password}"));
#pragma warning restore CA5351
}
