namespace Conference.Server.Identity;

internal static partial class SignInLog
{
    private const int ReasonLimit = 300;

    [LoggerMessage(1301, LogLevel.Warning, "A sign-in failed: {Reason}")]
    public static partial void Failed(ILogger logger, string reason);

    [LoggerMessage(1302, LogLevel.Error, "The OpenID Connect server cannot be used: {Reason}")]
    public static partial void Unreachable(ILogger logger, string reason);

    /// <summary>One line of bounded length: part of it may be what somebody put into an address.</summary>
    public static string Explain(Exception? failure)
    {
        var text = failure?.GetBaseException().Message ?? "no reason given";
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length > ReasonLimit ? line[..ReasonLimit] : line;
    }
}
