namespace Conference.Core.Signals;

/// <summary>Takes out of what browsers tell each other whatever says where somebody is; what is left names relays alone. RFC 8839, RFC 8866.</summary>
public static class RelayFilter
{
    private const string CandidateLine = "a=candidate:";
    private const string CandidateStart = "candidate:";
    private const int TypeAt = 7;
    private static readonly string[] KeptExtensions = ["generation", "ufrag", "tcptype"];

    /// <summary>A session description without candidates that are no relay's, and without the addresses of its sender in its other lines.</summary>
    /// <param name="sdp">As a browser wrote it, with any line ends.</param>
    public static string CleanDescription(string sdp)
    {
        var lines = sdp.Split('\n', '\r').Where(line => line.Length > 0).Select(CleanLine).OfType<string>();
        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    /// <summary>A candidate of a relay without its <c>raddr</c>, which is the address of who uses that relay; empty for the end of the candidates.</summary>
    /// <param name="candidate">As RFC 8839 section 5.1 writes it, with or without the leading <c>a=</c>.</param>
    /// <returns>Null for a candidate that is no relay's, and for what is none.</returns>
    public static string? CleanCandidate(string candidate)
    {
        var text = candidate.StartsWith("a=", StringComparison.Ordinal) ? candidate[2..] : candidate;
        if (text.Length == 0)
        {
            return "";
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return text.StartsWith(CandidateStart, StringComparison.Ordinal) && IsRelay(parts)
            ? string.Join(' ', [.. parts[..(TypeAt + 1)], "raddr", "0.0.0.0", "rport", "9", .. Extensions(parts)])
            : null;
    }

    private static bool IsRelay(string[] parts) => parts.Length > TypeAt && parts[TypeAt - 1] == "typ" && parts[TypeAt] == "relay";

    private static IEnumerable<string> Extensions(string[] parts) => parts[(TypeAt + 1)..]
        .Chunk(2)
        .Where(pair => pair.Length == 2 && KeptExtensions.Contains(pair[0]))
        .SelectMany(pair => pair);

    private static string? CleanLine(string line) => line switch
    {
        _ when line.StartsWith(CandidateLine, StringComparison.Ordinal) => CleanCandidate(line) is { } candidate ? "a=" + candidate : null,
        _ when line.StartsWith("a=remote-candidates:", StringComparison.Ordinal) => null,
        _ when line.StartsWith("a=rtcp:", StringComparison.Ordinal) => "a=rtcp:9 IN IP4 0.0.0.0",
        ['c', '=', ..] => "c=IN IP4 0.0.0.0",
        ['o', '=', ..] => CleanOrigin(line),
        ['v' or 's' or 't' or 'b' or 'a' or 'm', '=', ..] => line,
        _ => null,
    };

    /// <summary>Session id and version count in a negotiation; the address does not.</summary>
    private static string? CleanOrigin(string line) => line.Split(' ') is [_, var id, var version, _, _, _] ? $"o=- {id} {version} IN IP4 0.0.0.0" : null;
}
