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

        return await IsOursAsync(port)
            ? new DoctorLine(Health.Well, "stun_ok", $"STUN answers on UDP port {port}.")
            : new DoctorLine(Health.Failed, "stun_port_taken", $"Another program has UDP port {port}: name another one in Stun:Port, or set Stun:Enabled to false.");
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

    /// <summary>Other servers say what they are; ours does not.</summary>
    private static async Task<bool> IsOursAsync(int port)
    {
        var request = new byte[20];
        _ = new StunWriter(request, StunClass.Request, StunMethod.Binding, RandomNumberGenerator.GetBytes(12));
        await using var channel = new UdpTurnChannel(new IPEndPoint(IPAddress.Loopback, port));
        try
        {
            var answer = await channel.AskAsync(request, CancellationToken.None);
            return answer is not null
                && StunMessage.TryRead(answer, out var message)
                && message.Class == StunClass.Success
                && !message.TryFind(StunAttributeType.Software, out _);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
