using System.Text;
using Conference.Core.Turn;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

/// <summary>Section <c>Turn</c>: TURN servers that share a secret with this one, so that each participant has a credential of its own that ends soon.</summary>
public sealed class TurnOptions
{
    /// <summary>The servers; none by default.</summary>
    public IList<TurnServerOptions> Servers { get; } = [];

    /// <summary>For how long a credential is good to begin with, between 10 s and 10 minutes. Pages renew theirs in time.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>One server of <see cref="TurnOptions"/>.</summary>
public sealed class TurnServerOptions
{
    /// <summary>All ways to it, for example <c>turn:turn.example:3478</c> and <c>turns:turn.example:443?transport=tcp</c>.</summary>
    public IList<string> Urls { get; } = [];

    /// <summary>What coturn calls <c>static-auth-secret</c>.</summary>
    public string Secret { get; set; } = "";
}

/// <summary>What keeps <see cref="TurnOptions"/> from working, entry by entry; a secret is never repeated.</summary>
internal sealed class TurnRules : IValidateOptions<TurnOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, TurnOptions options)
    {
        string[] faults = [.. LifetimeFaults(options.Lifetime), .. options.Servers.SelectMany(FaultsOf)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> LifetimeFaults(TimeSpan lifetime)
    {
        if (lifetime < TimeSpan.FromSeconds(10) || lifetime > TimeSpan.FromMinutes(10))
        {
            yield return "Turn:Lifetime is not between 00:00:10 and 00:10:00.";
        }
    }

    private static IEnumerable<string> FaultsOf(TurnServerOptions server, int index)
    {
        if (server.Urls.Count == 0)
        {
            yield return $"Turn:Servers:{index} has no Urls.";
        }

        if (server.Urls.FirstOrDefault(url => TurnUrl.Read(url) is null) is { } wrong)
        {
            yield return $"Turn:Servers:{index} has a URL that is not of the form turn:host:port, turn:host:port?transport=tcp or turns:host:port: {wrong}";
        }

        if (Encoding.UTF8.GetByteCount(server.Secret) < ShortestSecret)
        {
            yield return $"Turn:Servers:{index} has a Secret of less than {ShortestSecret} bytes. It is the static-auth-secret of the TURN server.";
        }
    }
}
