using System.Text;
using Conference.Core.Turn;
using Microsoft.Extensions.Options;

namespace Conference.Server.Turn;

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
