namespace Conference.Server.Turn;

/// <summary>Codes and plain words for what was found out.</summary>
internal static class TurnWords
{
    /// <summary>For programs; it never changes its meaning.</summary>
    public static string Code(TurnFinding finding) => finding switch
    {
        TurnFinding.Ok => "turn_ok",
        TurnFinding.NameUnknown => "turn_name_unknown",
        TurnFinding.NoAnswer => "turn_no_answer",
        TurnFinding.Refused => "turn_refused",
        TurnFinding.TlsFailed => "turn_tls_failed",
        TurnFinding.NoTurn => "turn_not_turn",
        TurnFinding.OpenToAll => "turn_open_to_all",
        TurnFinding.WrongSecret => "turn_wrong_secret",
        TurnFinding.ClockAhead => "turn_clock_ahead",
        TurnFinding.ClockBehind => "turn_clock_behind",
        TurnFinding.Full => "turn_full",
        TurnFinding.Failed => "turn_failed",
        TurnFinding.RelayPrivate => "turn_relay_private",
        TurnFinding.RelayLocal => "turn_relay_local",
        TurnFinding.VersionUnsafe => "turn_version_unsafe",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Every finding has a row here."),
    };

    /// <summary>For people: what it is, and what to do.</summary>
    public static string Sentence(TurnResult result) => result.Finding switch
    {
        TurnFinding.Ok => "Gives addresses.",
        TurnFinding.NameUnknown => "No name server knows this name.",
        TurnFinding.NoAnswer => "Nothing answers. A firewall drops it, the port is another one, or the server is down.",
        TurnFinding.Refused => "Nobody listens on this port.",
        TurnFinding.TlsFailed => "There is no TLS that browsers accept: the certificate is not for this name, has ended, or nobody trusts who signed it.",
        TurnFinding.NoTurn => "Something answers, but it is no TURN server.",
        TurnFinding.OpenToAll => "It gives addresses without a password: anybody can use it. Turn on use-auth-secret.",
        TurnFinding.WrongSecret => "It does not accept our credentials: Turn:Servers:Secret is not its static-auth-secret, or use-auth-secret is off.",
        TurnFinding.ClockAhead => "Its clock is ahead of this one: new credentials have ended there before they begin. Set both clocks by NTP.",
        TurnFinding.ClockBehind => "It accepts credentials that have ended: its clock is behind this one. Set both clocks by NTP.",
        TurnFinding.Full => "It has no address left: its quota or its ports are used up.",
        TurnFinding.Failed => $"It refuses with error {result.Answer.Error}.",
        TurnFinding.RelayPrivate => $"It relays at {result.Answer.Relay}, which nobody outside reaches. Set external-ip to its public address.",
        TurnFinding.RelayLocal => $"It relays at {result.Answer.Relay}, so it helps in its own network only.",
        TurnFinding.VersionUnsafe => $"{result.Answer.Software} has a known hole through which it reaches into its own network (CVE-2026-27624): take 4.9.0 or newer, unless your packages closed it.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Finding, "Every finding has a row here."),
    };
}
