using System.Globalization;
using System.Text.RegularExpressions;

namespace Conference.Core.Turn;

/// <summary>Where a TURN server is, and how to speak to it: <c>turn:host:port?transport=tcp</c> (RFC 7065).</summary>
/// <param name="Host">A name or an address, without brackets.</param>
/// <param name="Port">The one in the URL, or the usual one.</param>
/// <param name="Transport">How.</param>
public sealed partial record TurnUrl(string Host, int Port, TurnTransport Transport)
{
    private const int UsualPort = 3478;
    private const int UsualTlsPort = 5349;

    /// <summary>Reads one.</summary>
    /// <returns>Null when it is none, or one over DTLS, which browsers do not speak.</returns>
    public static TurnUrl? Read(string text)
    {
        var match = Pattern().Match(text);
        var (host, isTls) = (match.Groups["host"].Value.Trim('[', ']'), match.Groups["tls"].Success);
        var port = match.Groups["port"] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : isTls ? UsualTlsPort : UsualPort;
        return match.Success && Uri.CheckHostName(host) != UriHostNameType.Unknown && port is > 0 and <= 65_535
            && ReadTransport(isTls, match.Groups["transport"].Value) is { } transport
            ? new TurnUrl(host, port, transport)
            : null;
    }

    private static TurnTransport? ReadTransport(bool isTls, string named) => (isTls, named) switch
    {
        (false, "" or "udp") => TurnTransport.Udp,
        (false, "tcp") => TurnTransport.Tcp,
        (true, "" or "tcp") => TurnTransport.Tls,
        _ => null,
    };

    [GeneratedRegex(@"^turn(?<tls>s)?:(?<host>\[[0-9A-Fa-f:.]+\]|[^:?\[\]]+)(:(?<port>\d{1,5}))?(\?transport=(?<transport>udp|tcp))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
