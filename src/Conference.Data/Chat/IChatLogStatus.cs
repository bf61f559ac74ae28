namespace Conference.Data.Chat;

/// <summary>How the chat's writer is doing.</summary>
public interface IChatLogStatus
{
    /// <summary>Why the last batch could not be stored; null when it could.</summary>
    string? Fault { get; }
}
