namespace Conference.Core;

/// <summary>A refusal that the caller is told: a stable code for programs and a sentence for people. Nothing has changed.</summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="sentence">What a person reads.</param>
public sealed class ConferenceException(string code, string sentence) : Exception(sentence)
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; } = code;
}
