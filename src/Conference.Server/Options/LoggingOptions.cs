namespace Conference.Server.Options;

/// <summary><c>Logging</c>: what the console says.</summary>
public sealed class LoggingOptions
{
    /// <summary>Lines for people, or one compact JSON object a line.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>The least that is said.</summary>
    public Microsoft.Extensions.Logging.LogLevel Level { get; set; } = Microsoft.Extensions.Logging.LogLevel.Information;
}
