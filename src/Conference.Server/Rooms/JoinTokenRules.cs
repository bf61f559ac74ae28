using Microsoft.Extensions.Options;

namespace Conference.Server.Rooms;

/// <summary>Checks at start that tokens can be checked: a key that is none is found then, not with the first token.</summary>
internal sealed class JoinTokenRules : IValidateOptions<JoinTokenOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, JoinTokenOptions options)
    {
        if (!options.IsOn)
        {
            return ValidateOptionsResult.Success;
        }

        var failures = Find(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Find(JoinTokenOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Issuer) || string.IsNullOrWhiteSpace(options.Audience))
        {
            yield return "JoinTokens has keys, but no Issuer or no Audience.";
        }

        if (options.LongestLifetime < Shortest || options.LongestLifetime > Longest)
        {
            yield return "JoinTokens:LongestLifetime is not between 00:01:00 and 30.00:00:00.";
        }

        if (options.Keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() != options.Keys.Count)
        {
            yield return "JoinTokens:Keys has two keys with the same Id.";
        }

        foreach (var (index, key) in options.Keys.Index())
        {
            if (FindFlaw(key) is { } flaw)
            {
                yield return $"JoinTokens:Keys:{index} {flaw}.";
            }
        }
    }

    private static string? FindFlaw(JoinTokenKeyOptions key)
    {
        try
        {
            JoinTokenKey.Read(key);
            return null;
        }
        catch (FormatException flaw)
        {
            return flaw.Message;
        }
    }
}
