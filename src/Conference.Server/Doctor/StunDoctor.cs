using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Conference.Core.Turn;
using Conference.Server.Turn;
using Microsoft.Extensions.Options;

namespace Conference.Server.Doctor;

/// <summary>Looks whether STUN in the box answers, or could.</summary>
internal sealed class StunDoctor(IOptions<StunOptions> options)
{
    public async Task<DoctorLine> ExamineAsync()
    {
        var port = options.Value.Port;
        if (!options.Value.Enabled)
        {
            return new DoctorLine(Health.Well, "stun_off", "STUN is off by setting.");
        }

        if (CanBind(port))
        {
            return new DoctorLine(Health.Well, "stun_port_free", $"UDP port {port} is free for STUN. Open it in the firewall.");
        }

        return await AskAsync(port) switch
        {
            Answer.Right => new DoctorLine(Health.Well, "stun_ok", $"STUN answers on UDP port {port}."),
            Answer.WrongAddress => new DoctorLine(
                Health.Failed, "stun_wrong_address", $"What answers on UDP port {port} names another address than that which asks: name another port in Stun:Port."),
            Answer.Turn => new DoctorLine(
                Health.Failed, "stun_port_taken", $"A TURN server has UDP port {port}: name another one in Stun:Port, or set Stun:Enabled to false."),
            _ => new DoctorLine(
                Health.Failed, "stun_port_taken", $"UDP port {port} is taken, and nothing there answers STUN: name another one in Stun:Port, or set Stun:Enabled to false."),
        };
    }

    private static bool CanBind(int port)
    {
        try
        {
            using var socket = StunServer.Bind(port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>STUN in the box answers one kind of question; a TURN server answers another one too.</summary>
    private static async Task<Answer> AskAsync(int port)
    {
        await using var channel = new UdpTurnChannel(new IPEndPoint(IPAddress.Loopback, port));
        try
        {
            return Judge(await channel.AskAsync(Request(StunMethod.Binding), CancellationToken.None), channel.Here) switch
            {
                Answer.Right when await channel.AskAsync(Request(StunMethod.Allocate), CancellationToken.None) is not null => Answer.Turn,
                var other => other,
            };
        }
        catch (SocketException)
        {
            return Answer.None;
        }
    }

    private static Answer Judge(byte[]? answer, IPEndPoint asker)
    {
        if (answer is null || !StunMessage.TryRead(answer, out var message) || message.Class != StunClass.Success)
        {
            return Answer.None;
        }

        return asker.Equals(message.FindAddress(StunAttributeType.XorMappedAddress)) ? Answer.Right : Answer.WrongAddress;
    }

    private static byte[] Request(StunMethod method)
    {
        var request = new byte[20];
        _ = new StunWriter(request, StunClass.Request, method, RandomNumberGenerator.GetBytes(12));
        return request;
    }

    private enum Answer
    {
        None,
        WrongAddress,
        Right,
        Turn,
    }
}
