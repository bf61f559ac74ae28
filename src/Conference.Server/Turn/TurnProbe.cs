using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Conference.Core.Turn;

namespace Conference.Server.Turn;

/// <summary>What a TURN server answered.</summary>
/// <param name="Finding">In a word.</param>
/// <param name="Server">The server's own address.</param>
/// <param name="Relay">The address that it gave.</param>
/// <param name="Software">What it says that it runs.</param>
/// <param name="Error">The number of its refusal (RFC 8656, section 19).</param>
internal sealed record TurnAnswer(TurnFinding Finding, IPAddress? Server = null, IPAddress? Relay = null, string? Software = null, int Error = 0);

/// <summary>Asks a TURN server for an address and gives it back (RFC 8656, sections 7 and 8, with the long-term credentials of RFC 8489, section 9.2).</summary>
/// <param name="resolve">Finds the addresses of a name, and may take as long as it wants to: nobody waits for it any more once the question is cancelled.</param>
internal sealed class TurnProbe(Func<string, Task<IPAddress[]>> resolve)
{
    private const uint Udp = 17u << 24;

    /// <summary>Asks once.</summary>
    public async Task<TurnAnswer> AskAsync(TurnUrl url, TurnCredential credential, CancellationToken cancellationToken)
    {
        IPAddress? server = null;
        try
        {
            server = (await resolve(url.Host).WaitAsync(cancellationToken))[0];
            await using var channel = await OpenAsync(url, new IPEndPoint(server, url.Port), cancellationToken);
            return await AllocateAsync(channel, credential, cancellationToken);
        }
        catch (AuthenticationException)
        {
            return new TurnAnswer(TurnFinding.TlsFailed, server);
        }
        catch (SocketException fault)
        {
            return new TurnAnswer(ToFinding(fault.SocketErrorCode, server), server);
        }
        catch (Exception fault) when (fault is IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new TurnAnswer(url.Transport == TurnTransport.Tls && fault is IOException ? TurnFinding.TlsFailed : TurnFinding.NoAnswer, server);
        }
    }

    private static TurnFinding ToFinding(SocketError error, IPAddress? server) => (error, server) switch
    {
        (_, null) => TurnFinding.NameUnknown,
        (SocketError.ConnectionRefused, _) => TurnFinding.Refused,
        _ => TurnFinding.NoAnswer,
    };

    private static async Task<ITurnChannel> OpenAsync(TurnUrl url, IPEndPoint server, CancellationToken cancellationToken) =>
        url.Transport == TurnTransport.Udp ? new UdpTurnChannel(server) : await StreamTurnChannel.ConnectAsync(url, server, cancellationToken);

    /// <summary>The first question is for the server's realm and nonce: it is refused, unless anybody may have an address.</summary>
    private static async Task<TurnAnswer> AllocateAsync(ITurnChannel channel, TurnCredential credential, CancellationToken cancellationToken)
    {
        var challenge = await channel.AskAsync(Request(StunMethod.Allocate, null), cancellationToken);
        if (ReadChallenge(challenge, credential) is not { } proof)
        {
            return Read(channel, challenge, TurnFinding.OpenToAll);
        }

        var answer = await channel.AskAsync(Request(StunMethod.Allocate, proof), cancellationToken);
        var read = Read(channel, answer, TurnFinding.Ok, proof.Key);
        if (read.Finding == TurnFinding.Ok)
        {
            await channel.AskAsync(Request(StunMethod.Refresh, proof), cancellationToken);
        }

        return read;
    }

    /// <summary>Who gives an address to a password proves that it knows it too.</summary>
    private static TurnAnswer Read(ITurnChannel channel, byte[]? answer, TurnFinding success, byte[]? key = null)
    {
        if (answer is null)
        {
            return new TurnAnswer(TurnFinding.NoAnswer, channel.Server);
        }

        if (!StunMessage.TryRead(answer, out var message)
            || message.Method != StunMethod.Allocate
            || (message.Class == StunClass.Success && key is not null && !message.HasIntegrity(key)))
        {
            return new TurnAnswer(TurnFinding.NoTurn, channel.Server);
        }

        var software = message.TryFind(StunAttributeType.Software, out var said) ? Encoding.UTF8.GetString(said) : null;
        var relay = message.FindAddress(StunAttributeType.XorRelayedAddress)?.Address;
        return message.Class == StunClass.Success
            ? new TurnAnswer(success, channel.Server, relay, software)
            : new TurnAnswer(ToFinding(message.FindError()), channel.Server, null, software, message.FindError());
    }

    private static TurnFinding ToFinding(int error) => error switch
    {
        401 => TurnFinding.WrongSecret,
        486 or 508 => TurnFinding.Full,
        _ => TurnFinding.Failed,
    };

    /// <summary>What the server wants said back, and the key that goes with it; null when it did not ask.</summary>
    private static Proof? ReadChallenge(byte[]? challenge, TurnCredential credential)
    {
        if (challenge is null
            || !StunMessage.TryRead(challenge, out var message)
            || message.FindError() != 401
            || !message.TryFind(StunAttributeType.Realm, out var realm)
            || !message.TryFind(StunAttributeType.Nonce, out var nonce))
        {
            return null;
        }

        var owner = $"{credential.Username}:{Encoding.UTF8.GetString(realm)}:{credential.Password}";
        // The key of RFC 8489, section 9.2.2: TURN servers know no other one.
#pragma warning disable CA5351
        return new Proof(credential.Username, realm.ToArray(), nonce.ToArray(), MD5.HashData(Encoding.UTF8.GetBytes(owner)));
#pragma warning restore CA5351
    }

    private static byte[] Request(StunMethod method, Proof? proof)
    {
        var buffer = new byte[1024];
        var writer = new StunWriter(buffer, StunClass.Request, method, RandomNumberGenerator.GetBytes(12));
        if (method == StunMethod.Allocate)
        {
            writer.Add(StunAttributeType.RequestedTransport, Udp);
        }
        else
        {
            writer.Add(StunAttributeType.Lifetime, 0);
        }

        if (proof is not null)
        {
            writer.Add(StunAttributeType.Username, proof.Username);
            writer.Add(StunAttributeType.Realm, proof.Realm);
            writer.Add(StunAttributeType.Nonce, proof.Nonce);
            writer.AddIntegrity(proof.Key);
        }

        writer.AddFingerprint();
        return buffer[..writer.Length];
    }

    private sealed record Proof(string Username, byte[] Realm, byte[] Nonce, byte[] Key);
}
